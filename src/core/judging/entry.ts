import { hostOf, readAddress } from "../reading/address.ts";
import { fold } from "../reading/fold.ts";
import { resolveReferences } from "../reading/references.ts";
import { asPasted, severalIn } from "./pasted.ts";
import { type PhoneNumber, phoneOf } from "./phone-entry.ts";
import { phraseOf, skeletonOf } from "./phrase.ts";

/** What an entry of the blocked and allowed lists stands for. `nothing`: a remark, or what stands for an author elsewhere. */
export type Entry =
  | { readonly kind: "nothing" }
  | { readonly kind: "mail"; readonly mail: string }
  | { readonly kind: "mail domain"; readonly domain: string }
  | { readonly kind: "domain"; readonly domain: string; readonly path: string }
  | { readonly kind: "phone"; readonly number: PhoneNumber }
  | { readonly kind: "sign"; readonly sign: string }
  | { readonly kind: "words"; readonly phrase: string; readonly skeleton: string | undefined }
  | { readonly kind: "refused"; readonly fault: string };

const AUTHOR = /^(?:author|network):/;
const PATTERN = /^\/.+\/[a-z]*$|\.[*+]|\\[a-z.]|^\^|\$$|\[[^\]]*\]|\([^)]*\|[^)]*\)/i;
/** From one address to another. */
const RANGE = /^\d{1,3}(?:\.\d{1,3}){3}\s*[-–]\s*\d{1,3}(?:\.\d{1,3}){0,3}$/;
const NETWORK = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?:\/\d{1,3}|:\d{1,5})?$/i;
const DOMAIN = /^[^\s/]+\.(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)$/iu;
const PHONE = /^\+?[\d\s()./-]{7,}$/;
const SIGN = /[\p{So}\p{Sc}\p{Extended_Pictographic}]/u;
/** A name of which the signs are a part: `C++`, `C#`, `.NET`. */
const SIGNED_NAME = /^(?:[a-z]{1,3}[+#]{1,2}|\.[a-z]{2,10})$/i;
const HASHTAG = /^#[^\s#]+$/;

const refused = (fault: string): Entry => ({ kind: "refused", fault });

/** Reads an entry as who wrote it meant it: as people paste them, with quotation marks, a scheme, `www.` or a remark. */
export function readEntry(written: string): Entry {
  const text = resolveReferences(written).text.trim();
  if (HASHTAG.test(text))
    return refused("a remark begins with # and a blank; a word with # before it is met by the word itself");
  if (text === "" || text.startsWith("#") || AUTHOR.test(text)) return { kind: "nothing" };
  const several = severalIn(text);
  if (several) return refused("it holds several entries: write each on a line of its own");
  const bare = asPasted(text);
  if (NETWORK.test(bare) || RANGE.test(bare))
    return refused("network addresses are not kept, so none can be met: block the author at a comment");
  const [, mailDomain] = /^\*?@([^@\s]+)$/.exec(bare) ?? [];
  if (mailDomain !== undefined) return mailDomainOf(mailDomain);
  const unstarred = bare.replace(/^\*\./, "");
  if (PATTERN.test(unstarred) || unstarred.includes("*"))
    return refused("patterns are not understood: write the word, phrase or domain itself");
  return plainEntry(unstarred);
}

function plainEntry(text: string): Entry {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return addressOf(text);
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { kind: "mail", mail: text.toLowerCase() };
  if (SIGNED_NAME.test(text)) return { kind: "sign", sign: fold(text) };
  if (DOMAIN.test(text.split("/")[0] ?? "") && !/\s/.test(text)) return addressOf(text);
  if (PHONE.test(text) && text.replace(/\D/g, "").length >= 7)
    return { kind: "phone", number: phoneOf(text) };
  return wordsOf(text);
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

function wordsOf(written: string): Entry {
  const folded = fold(written);
  const phrase = phraseOf(folded).trim();
  if (phrase !== "") return { kind: "words", phrase, skeleton: skeletonOf(phrase) };
  return SIGN.test(folded)
    ? { kind: "sign", sign: folded }
    : refused("it holds no letter, digit or sign to be met");
}
