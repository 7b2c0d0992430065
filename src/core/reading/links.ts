import { getDomain } from "tldts";

/** A link as it stands in the text; offsets in UTF-16 units. */
export interface Link {
  readonly url: string;
  /** Lower case, without `www.`. */
  readonly host: string;
  /** Registered domain, or the host itself where there is none. */
  readonly domain: string;
  readonly path: string;
  readonly syntax: "plain" | "html" | "bbcode" | "markdown";
  readonly start: number;
  readonly end: number;
}

/** More links than anybody needs to see; the count goes no further. */
const MOST_LINKS = 100;
/** Longer addresses are read up to here. */
const LONGEST = 500;

const URL_IN_TEXT = /(?:https?:\/\/|www\.)[^\s<>"'`\][{}|\\^]{1,2000}/gi;
const BARE_DOMAIN =
  /(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,40})\.){1,4}(?:com|net|org|info|biz|ru|xyz|top|site|online|club|shop|io|co|in|uk|de|fr|es|it|nl|pl|br|cn|us|eu|me|tv|cc|ly|pro|vip|win|bet|app|dev|live|store|blog|website|space|icu|link|click|tk|ml|ga|cf|gq)(?![\w.-]*\w@)(?:\/[^\s<>"'\][]{0,500})?(?![\w-])/gi;
const MAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,20}/gi;

/** Reads an address; undefined: it has no host. */
export function readLink(address: string): Pick<Link, "host" | "domain" | "path"> | undefined {
  const match =
    /^(?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/)?(?:[^/?#@\s]{0,200}@)?(\[[0-9a-f:.]{2,50}\]|[^/?#:\s]{1,253})(?::\d{1,5})?([^\s]{0,500})/i.exec(
      address.trim().slice(0, LONGEST),
    );
  const host = match?.[1]
    ?.toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.$/, "");
  if (!host?.includes(".")) return undefined;
  return { host, domain: getDomain(host) ?? host, path: match?.[2] ?? "" };
}

/** Every link of a text, in order. */
export function linksOf(text: string): Link[] {
  const links: Link[] = [];
  const taken = (at: number) => links.some((link) => at >= link.start && at < link.end);
  for (const match of text.matchAll(URL_IN_TEXT)) {
    if (links.length >= MOST_LINKS) break;
    add(links, text, match.index, trimmed(match[0]));
  }
  for (const match of text.matchAll(BARE_DOMAIN)) {
    if (links.length >= MOST_LINKS) break;
    if (!taken(match.index)) add(links, text, match.index, trimmed(match[0]));
  }
  return links.sort((a, b) => a.start - b.start);
}

/** Mail addresses in a text, in order. */
export const mailsOf = (text: string): string[] =>
  text.includes("@")
    ? [...text.matchAll(MAIL)].slice(0, MOST_LINKS).map((match) => match[0].toLowerCase())
    : [];

/** Punctuation that ends the sentence, not the address. */
const trimmed = (address: string) =>
  address.slice(0, address.length - (/[.,;:!?)*_~]{1,20}$/.exec(address.slice(-20))?.[0].length ?? 0));

function add(links: Link[], text: string, start: number, url: string): void {
  const read = readLink(url);
  if (!read) return;
  const before = text.slice(Math.max(0, start - 12), start).toLowerCase();
  links.push({ url, ...read, syntax: syntaxOf(before), start, end: start + url.length });
}

function syntaxOf(before: string): Link["syntax"] {
  if (/(href|src)\s{0,3}=\s{0,3}["']?$/.test(before)) return "html";
  if (/\[(url|link|img)=?["']?\]?$/.test(before)) return "bbcode";
  return before.endsWith("](") ? "markdown" : "plain";
}
