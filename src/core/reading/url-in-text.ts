import { hostOf, suffixOf } from "./address.ts";
import { type Candidate, candidate, trimmed } from "./link.ts";

const URL_IN_TEXT =
  /((?:https?|ftp):[/\\]{1,9}(?:[^\s<>"'`\][{}|\\^/?#、，！：；？（）【】「」『』]{0,300}@)?|www\.)(\[[\da-f:.]{2,50}\](?::\d{1,5})?|[^\s<>"'`\][{}|\\^/?#、，！：；？（）【】「」『』]{1,253})([/?#\\][^\s<>"'`\][{}|\\^、。，！：；？（）【】「」『』]{0,2000})?/iy;
const NAME_PART = /[a-z\d@_-]/i;

/** A URL in running text, from its scheme or `www.` on. */
export function urlAt(text: string, at: number): Candidate {
  const next = at + 4;
  if (/^w/i.test(text[at] as string) && NAME_PART.test(text[at - 1] ?? "")) return { end: next };
  URL_IN_TEXT.lastIndex = at;
  const [whole, before = "", authority = "", rest = ""] = URL_IN_TEXT.exec(text) ?? [];
  if (whole === undefined) return { end: next };
  const host = hostPart(authority);
  const url = trimmed(before + host + (host === authority ? rest : ""));
  const found = candidate(url, at, at + url.length);
  return found.link ? found : { end: next, vain: whole.length };
}

/**
 * As much of what follows a scheme as is the host: writing without blanks goes on behind it, and the full stop of Chinese and
 * Japanese is a dot for browsers, but the end of the sentence before any other letter than a Latin one.
 */
function hostPart(authority: string): string {
  if (/^\p{ASCII}*$/u.test(authority) || isKnown(authority)) return authority;
  const latin = (/^\p{ASCII}*/u.exec(authority)?.[0] ?? "").replace(/[^a-z\d]{1,9}$/i, "");
  if (isKnown(latin)) return latin;
  const mixed = MIXED_ENDING.exec(authority)?.[1] ?? "";
  if (hostOf(mixed) !== undefined) return mixed;
  const sentence = /^[^。｡]+(?=[。｡]\P{ASCII})/u.exec(authority)?.[0] ?? "";
  return hostOf(sentence) === undefined ? authority : sentence;
}

/** An ending is of one script: what follows Latin letters in another, or a quotation mark, is not the host's. */
const MIXED_ENDING =
  /^([!-~]*\.[a-z][a-z\d-]{0,62}(?::\d{1,5})?)(?=[^\p{ASCII}\p{Script=Latin}\p{M}．。｡])/iu;

function isKnown(authority: string): boolean {
  const host = hostOf(authority.replace(/:\d{0,5}$/, ""));
  return host !== undefined && suffixOf(host).known;
}

const QUOTED: Readonly<Record<string, RegExp>> = { '"': /[^"]{1,2000}(?=")/y, "'": /[^']{1,2000}(?=')/y };
const UNQUOTED = /[^\s<>()[\]"']{1,2000}/y;
/** `https:host`, `//host`, `\\host`: other than a path of the page's own site. */
const LEADS_AWAY = /^(?:https?:|ftp:|[/\\]{2})/i;
const LINE_BREAKS = /[\t\n\r]/g;
/** The same as it is written, with what browsers leave out of it: most targets need not be read further. */
const BEGINNINGS = ["h t t p(?: s)? :", "f t p :", "[/\\\\] [/\\\\]"];
const MAY_LEAD_AWAY = sticky("", ...BEGINNINGS);
/** Without quotation marks it ends with the first of these signs: something of a host must stand before. */
const MAY_LEAD_AWAY_BARE = sticky("[/\\\\]*(?=[^\\s<>()[\\]\"'/\\\\?#])", ...BEGINNINGS);

function sticky(before: string, ...beginnings: readonly string[]): RegExp {
  const all = beginnings.map((beginning) => beginning.replaceAll(" ", "[\\t\\n\\r]*"));
  return new RegExp(`[\\0- ]*(?:${all.join("|")})${before}`, "iy");
}

/** The target of a link in HTML, Markdown or BBCode, which browsers read more kindly than running text. */
export function targetAt(text: string, at: number): Candidate {
  const quoted = QUOTED[text[at - 1] as string];
  const mayLeadAway = quoted ? MAY_LEAD_AWAY : MAY_LEAD_AWAY_BARE;
  mayLeadAway.lastIndex = at;
  if (!mayLeadAway.test(text)) return { end: at };
  const pattern = quoted ?? UNQUOTED;
  pattern.lastIndex = at;
  const value = pattern.exec(text)?.[0];
  const blank = value === undefined ? 0 : (/^[\0- ]{1,200}/.exec(value)?.[0].length ?? 0);
  const url = value?.slice(blank).replace(LINE_BREAKS, "").trimEnd() ?? "";
  if (value === undefined || !LEADS_AWAY.test(url)) return { end: at };
  const found = candidate(url, at + blank, at + value.trimEnd().length);
  return found.link ? found : { ...found, end: at };
}
