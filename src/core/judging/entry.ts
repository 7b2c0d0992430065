import { hostOf, readAddress } from "../reading/address.ts";
import { fold } from "../reading/fold.ts";
import { firstWords } from "../reading/words.ts";

/** What an entry of the blocked and allowed lists stands for. `nothing`: a remark, or what stands for an author elsewhere. */
export type Entry =
  | { readonly kind: "nothing" }
  | { readonly kind: "mail"; readonly mail: string }
  | { readonly kind: "mail domain"; readonly domain: string }
  | { readonly kind: "domain"; readonly domain: string; readonly path: string }
  | { readonly kind: "phone"; readonly number: RegExp }
  | { readonly kind: "sign"; readonly sign: string }
  | { readonly kind: "words"; readonly phrase: string }
  | { readonly kind: "refused"; readonly fault: string };

const AUTHOR = /^(?:author|network):/;
const QUOTED = /^["'“”„«»‘’`]+|["'“”„«»‘’`]+$/g;
const PATTERN = /^\/.+\/[a-z]*$|\.[*+]|\\[a-z.]|^\^|\$$|\[[^\]]*\]|\([^)]*\|[^)]*\)/i;
/** From one address to another. */
const RANGE = /^\d{1,3}(?:\.\d{1,3}){3}\s*[-–]\s*\d{1,3}(?:\.\d{1,3}){0,3}$/;
const NETWORK = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?:\/\d{1,3}|:\d{1,5})?$/i;
const DOMAIN = /^[^\s/]+\.(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)$/iu;
const PHONE = /^\+?[\d\s()./-]{7,}$/;
const SIGN = /[\p{So}\p{Sc}\p{Extended_Pictographic}]/u;

const refused = (fault: string): Entry => ({ kind: "refused", fault });

/** Reads an entry as who wrote it meant it: as people paste them, with quotation marks, a scheme, `www.` or a remark. */
export function readEntry(written: string): Entry {
  const text = written.trim();
  if (text === "" || text.startsWith("#") || AUTHOR.test(text)) return { kind: "nothing" };
  const bare = asMeant(
    text
      .replace(/\s+#\s.*$/, "")
      .replace(QUOTED, "")
      .trim(),
  );
  if (NETWORK.test(bare) || RANGE.test(bare))
    return refused("network addresses are not kept, so none can be met: block the author at a comment");
  const [, mailDomain] = /^\*?@([^@\s]+)$/.exec(bare) ?? [];
  if (mailDomain !== undefined) return mailDomainOf(mailDomain);
  const unstarred = bare.replace(/^\*\./, "");
  if (PATTERN.test(unstarred) || unstarred.includes("*"))
    return refused("patterns are not understood: write the word, phrase or domain itself");
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(unstarred)) return addressOf(unstarred);
  if (/^[^\s@]+@[^\s@]+$/.test(unstarred)) return { kind: "mail", mail: unstarred.toLowerCase() };
  if (DOMAIN.test(unstarred.split("/")[0] ?? "") && !/\s/.test(unstarred)) return addressOf(unstarred);
  if (PHONE.test(unstarred) && unstarred.replace(/\D/g, "").length >= 7) return phoneOf(unstarred);
  return wordsOf(unstarred);
}

/** Without what mail programs and pages put around an address: `Kim <kim@post.example>`, `mailto:`, `//host`, a port. */
function asMeant(text: string): string {
  const address = (/^[^<>]*<([^<>\s]+)>$/.exec(text)?.[1] ?? text).replace(/^mailto:/i, "");
  const inScheme = address.replace(/^[/\\]{2}(?=[^/\\\s])/, "https://");
  return inScheme
    .replace(/^([^\s/:]+\.[^\s/:]+):\d{1,5}(?=\/|$)/, "$1")
    .replace(/^([^\s/]+\.[^\s/.]+)\.$/, "$1");
}

/** Why an entry cannot be kept; undefined: it can. */
export function entryFault(written: string): string | undefined {
  const entry = readEntry(written);
  return entry.kind === "refused" ? entry.fault : undefined;
}

function mailDomainOf(written: string): Entry {
  const domain = hostOf(written);
  return domain === undefined ? refused("no domain stands after the @") : { kind: "mail domain", domain };
}

function addressOf(written: string): Entry {
  const address = readAddress(written);
  if (!address) return refused("no domain can be read in this address");
  return { kind: "domain", domain: address.host, path: address.path.replace(/\/+$/, "") };
}

/** The digits, with whatever stands between them. */
function phoneOf(written: string): Entry {
  const digits = written.replace(/\D/g, "");
  return { kind: "phone", number: new RegExp(`(?<!\\d)${[...digits].join("[\\s()./-]{0,3}")}(?!\\d)`) };
}

function wordsOf(written: string): Entry {
  const phrase = phraseOf(fold(written)).trim();
  if (phrase !== "") return { kind: "words", phrase };
  const sign = fold(written);
  return SIGN.test(sign) ? { kind: "sign", sign } : refused("it holds no letter, digit or sign to be met");
}

/** Words with one space around each, as the text's and an entry's are compared; ß is in capitals SS. */
export const phraseOf = (folded: string): string =>
  ` ${firstWords(folded, Number.POSITIVE_INFINITY).join(" ").replaceAll("ß", "ss")} `;
