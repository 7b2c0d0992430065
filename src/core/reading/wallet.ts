import type { Part } from "./rewrite.ts";
import { surveyOf } from "./survey.ts";

const BASE58 = "1-9A-HJ-NP-Za-km-z";
/** Addresses that are told by their form alone. */
const SURE = new RegExp(
  `(?<![\\w/%=&?-])(?:(?:bc1|ltc1)[a-z0-9]{25,59}|BC1[A-Z0-9]{25,59}|0x[a-fA-F0-9]{40}|addr1[a-z0-9]{50,110}|(?:bitcoincash:)?[qp][a-z0-9]{41}|[EU]Q[\\w-]{46}|4[0-9AB][${BASE58}]{93})(?!\\w)`,
  "g",
);
/** Bitcoin, Litecoin, Dogecoin, TRON, Ripple: letters of both cases and digits, so that no hash or name in code is one. */
const MIXED = new RegExp(
  `(?<![\\w/%=&?-])(?:[13][${BASE58}]{25,34}|[LM][${BASE58}]{33}|D[${BASE58}]{33}|T[${BASE58}]{33}|r[${BASE58}]{24,34})(?!\\w)`,
  "g",
);
/** Any address beside the name of a currency. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:solana|sol|btc|bitcoin|usdt|trc-?20|erc-?20|trx|wallet|кошел[её]к|钱包|錢包|ウォレット|지갑|محفظة)[\\s:：=]{1,4}([${BASE58}]{32,44})(?!\\w)`,
  "giu",
);
export const LEAST_LONG = 25;
const LEAST_DIGITS = 8;
const LONG = /(?<![A-Za-z\d])[A-Za-z\d]{25}/;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu;
const CARD = /(?<![\p{L}\p{N}.,-])[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?![\p{L}\p{N}-])/gu;

/** Where a reader could send money: addresses of cryptocurrencies, bank accounts and cards whose check digits are right. */
export function walletsIn(text: string): Part[] {
  const { longest, digits } = surveyOf(text);
  const found: Part[] = [];
  const add = (pattern: RegExp, fits: (match: string) => boolean) => {
    for (const match of text.matchAll(pattern))
      if (fits(match[1] !== undefined && match[1].length > 1 ? match[1] : match[0]))
        found.push({ start: match.index, end: match.index + match[0].length });
  };
  if (longest >= LEAST_LONG && LONG.test(text)) {
    add(SURE, (match) => !/^[qp]/.test(match) || /\d.*\d.*\d/.test(match));
    add(MIXED, isMixed);
    add(NAMED, isMixed);
  }
  if (digits >= LEAST_DIGITS && /\d{4}[ -]?\d{4}/.test(text)) {
    add(IBAN, isAccount);
    add(CARD, isCard);
  }
  return found;
}

const isMixed = (address: string): boolean =>
  /[A-Z]/.test(address) && /[a-z]/.test(address) && /\d[^\d]*\d/.test(address);

/** ISO 7064: the account's number, its beginning put at its end, is one more than a multiple of 97. */
function isAccount(written: string): boolean {
  const account = written.replace(/\s/g, "");
  if (account.length < 15 || account.length > 34) return false;
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Luhn's check. */
function isCard(written: string): boolean {
  const digits = [...written.replace(/\D/g, "")].map(Number);
  const sum = digits.reduce((total, digit, i) => {
    const twice = digit * 2;
    return total + (i % 2 === 1 ? digit : twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
