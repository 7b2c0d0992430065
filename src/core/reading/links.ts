import { bareDomainAt } from "./bare-domain.ts";
import type { Candidate, Link } from "./link.ts";
import { mayHold, mayHoldName } from "./needs.ts";
import { furtherImages } from "./srcset.ts";
import { surveyOf } from "./survey.ts";
import { targetAt, urlAt } from "./url-in-text.ts";

/** More links than anybody needs to see; the count goes no further. */
const MOST_LINKS = 100;
/** Names with a dot that are no domain, after which no bare domain is looked for. */
const MOST_NAMES = 1000;
/** Characters of addresses that lead nowhere, each of which may be read again and again, after which no link is looked for. */
const MOST_IN_VAIN = 50_000;

/** Where a link may begin: a target in HTML (of a meta refresh, too), Markdown or BBCode, a scheme, `www.`, or the dot of a bare domain. */
const MARKED =
  /(?:(?:href|src|srcset|action|poster|data|cite|background|ping)\s{0,20}=\s{0,20}["']?|\bcontent\s{0,20}=\s{0,20}["']?\s{0,20}\d{0,6}\s{0,20};\s{0,20}url\s{0,20}=\s{0,20}["']?|@import\s{1,20}["']|\]\(\s{0,20}<?|\]:[ \t]{1,20}<?|\[(?:url|link|img)[=\]]["']?|\burl\(\s{0,20}["']?)(?=[\0- ]{0,20}[hf/\\])|(?:https?|ftp):[/\\]|<(?=https?:[a-z\d])|www\.(?=[^\s.])/gi;
const ANY = new RegExp(`${MARKED.source}|\\.(?=[a-z\\x80-\\uffff])`, "gi");
const MAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,20}/gi;

/** What each of them holds, by what stands beside what; a short text is looked at for less. */
const MAY_BE = mayHold("=", "](", "]:", "[u", "[l", "[i", "l(", "@i", ":/", ":\\", "<h", "ww");
const MAY_HAVE_IMAGES = mayHold("srcset");
const SHORT = 64;
const SIGN = /[.:=([@]/;

function mayLink(text: string): boolean {
  if (text.length <= SHORT) return SIGN.test(text);
  const survey = surveyOf(text);
  return mayHoldName(survey) || MAY_BE(survey);
}

/** Every link of a text, in order. */
export function linksOf(text: string): Link[] {
  if (!mayLink(text)) return [];
  const links: Link[] = [];
  let next = ANY;
  next.lastIndex = 0;
  let names = 0;
  let inVain = 0;
  let floor = 0;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const { link, end, vain = 0 } = candidateAt(text, match.index, match[0], floor);
    if (link) links.push(link);
    else if (match[0] !== ".") inVain += vain;
    else if (vain > 0) names++;
    if (links.length >= MOST_LINKS || inVain > MOST_IN_VAIN) break;
    floor = Math.max(next.lastIndex, end);
    if (names > MOST_NAMES) next = MARKED;
    next.lastIndex = floor;
  }
  return MAY_HAVE_IMAGES(surveyOf(text)) && /srcset/i.test(text) ? withFurtherImages(links, text) : links;
}

function withFurtherImages(links: readonly Link[], text: string): Link[] {
  const known = new Set(links.map(({ start }) => start));
  const further = furtherImages(text).filter(({ start }) => !known.has(start));
  return [...links, ...further].sort((a, b) => a.start - b.start).slice(0, MOST_LINKS);
}

function candidateAt(text: string, at: number, begins: string, floor: number): Candidate {
  if (begins === ".") return bareDomainAt(text, at, floor);
  if (/^(?:http|ftp|www)/i.test(begins)) return urlAt(text, at);
  return targetAt(text, at + begins.length);
}

/** Mail addresses in a text, in order. */
export const mailsOf = (text: string): string[] =>
  text.includes("@")
    ? [...text.matchAll(MAIL)].slice(0, MOST_LINKS).map((match) => match[0].toLowerCase())
    : [];
