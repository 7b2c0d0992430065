import type { Comment } from "../comment.ts";
import { type Address, readAddress } from "./address.ts";
import { type Contact, contactsOf } from "./contacts.ts";
import { fold } from "./fold.ts";
import { type KnownWord, knownWords, knownWordsAt } from "./known-word.ts";
import type { Link } from "./link.ts";
import { linksOf, mailsOf } from "./links.ts";
import { plainOf } from "./plain.ts";
import { resolveReferences } from "./references.ts";
import { before, type Part, type Rewritten, unchanged } from "./rewrite.ts";
import { isPlainAscii, wordPlaces } from "./survey.ts";
import { firstWords } from "./words.ts";

/** Where a comment links to. */
interface Linked {
  /** The whole text as its format shows it: in HTML and Markdown character references are resolved. */
  readonly text: string;
  /** Links in `text`, in order. */
  readonly links: readonly Link[];
  /** The author's own link; undefined: none, or none that can be read. */
  readonly site: Address | undefined;
  /** Hosts that are the blog's own. */
  readonly ownHosts: ReadonlySet<string>;
}

/** A comment read once, for all that asks: its text folded and taken apart. Only `read` makes one. */
export interface Subject extends Linked {
  readonly comment: Comment;
  /** The first 16,384 UTF-16 units of `text`: what a signal does not find there says little. */
  readonly content: string;
  /** Nothing but ASCII in `content`: signals that look for other characters need not. */
  readonly ascii: boolean;
  /** The whole text's length, as sent. */
  readonly length: number;
  /** The text as people see it: without links, mail addresses, tags and hidden characters. */
  readonly body: string;
  /** `body` folded: lower case, no styling, no look-alikes. */
  readonly folded: string;
  /** Folded words of the body, the first 600. */
  readonly words: readonly string[];
  /** The same with what is known of them, and what there is among them. */
  readonly known: readonly KnownWord[];
  readonly kinds: number;
  readonly mails: readonly string[];
  /** Ways to reach somebody, in `content`. */
  readonly contacts: readonly Contact[];
  readonly name: string;
  readonly foldedName: string;
  readonly nameWords: readonly string[];
  /** Sent by a server (pingback and the like): forms, link counts and addresses say nothing of a person. */
  readonly fromServer: boolean;
  /** `text`, and where all of it stands in the text as sent. */
  readonly shown: Rewritten;
}

/** Words beyond these say nothing new. */
const MOST_WORDS = 600;
const MOST_NAME_WORDS = 12;
/** Longer texts are read up to here, UTF-16 units; the whole is still searched for links. */
const LONGEST = 16_384;

const TAG =
  /<\/?[a-z!][^<>]{0,2000}>|\[\/?(?:url|link|img|b|i|u|quote|code|size|color)(?:=[^\][]{0,500})?\]|&[lg]t;/gi;
const SERVERS = new Set(["pingback", "trackback", "webmention"]);
/** Of tags those that do not part a word, where they stand within one; remarks, too. */
const WITHIN_WORD =
  /(?<=\p{L})(?:<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|wbr)(?:\s[^<>]{0,2000})?>|\[\/?[bius]\]|<!--[^<>]{0,2000}-->){1,9}(?=\p{L})/giu;
/** Without one of these there are no tags. */
const MARKUP = /[<[&]/;

/** Reads a comment. `hosts` are the blog's own; the host of the post counts among them. */
export function read(comment: Comment, hosts: readonly string[]): Subject {
  const { shown, plain, linked, inPlain, length } = readText(comment, hosts);
  const content = shown.text.slice(0, LONGEST);
  const body = bodyOf(plain.text.slice(0, LONGEST), inPlain);
  const places = wordPlaces(body);
  const folded = places === undefined ? fold(body) : body.toLowerCase();
  const known =
    places === undefined ? knownWords(folded, MOST_WORDS) : knownWordsAt(folded, places, MOST_WORDS);
  const words: string[] = [];
  let kinds = 0;
  for (let i = 0; i < known.length; i++) {
    const word = known[i] as KnownWord;
    kinds |= word.kinds;
    words.push(word.text);
  }
  const name = comment.author.name?.trim() ?? "";
  const foldedName = fold(name);
  // Named one by one: an object spread here takes as long as half of the reading.
  const { text, links, site, ownHosts } = linked;
  return {
    text,
    links,
    site,
    ownHosts,
    comment,
    content,
    ascii: isPlainAscii(content),
    length,
    body,
    folded,
    words,
    known,
    kinds,
    mails: mailsOf(plain.text.slice(0, LONGEST)),
    contacts: contactsOf(content),
    name,
    foldedName,
    nameWords: firstWords(foldedName, MOST_NAME_WORDS),
    fromServer: isFromServer(comment),
    shown,
  };
}

/** Whether a server sent it: pingbacks and the like. */
export const isFromServer = ({ type }: Pick<Comment, "type">): boolean => SERVERS.has(type);

type Source = Pick<Comment, "content" | "format" | "post" | "author">;

/** Reads no more of a stored comment than where it links to. */
export const readLinks = (comment: Source, hosts: readonly string[]): Linked =>
  readText(comment, hosts).linked;

function readText({ content, format, post, author }: Source, hosts: readonly string[]) {
  const shown = format === "text" ? unchanged(content) : resolveReferences(content);
  const plain = plainOf(shown.text);
  const inPlain = linksOf(plain.text);
  const linked: Linked = {
    text: shown.text,
    links: plain.pieces.length === 0 ? inPlain : inPlain.map((link) => ({ ...link, ...before(plain, link) })),
    site: author.url ? readAddress(author.url) : undefined,
    ownHosts: ownHosts(post, hosts),
  };
  return { shown, plain, linked, inPlain, length: content.length };
}

/** The blog's own hosts, that of the post among them. Comments of one page come one after another. */
export function ownHosts({ url }: Source["post"], hosts: readonly string[]): ReadonlySet<string> {
  if (last.hosts !== hosts || last.url !== url) {
    const addresses = url === undefined ? hosts : [...hosts, url];
    last = { hosts, url, own: new Set(addresses.flatMap((address) => readAddress(address)?.host ?? [])) };
  }
  return last.own;
}

interface Own {
  readonly hosts: readonly string[];
  readonly url: string | undefined;
  readonly own: ReadonlySet<string>;
}

let last: Own = { hosts: [], url: undefined, own: new Set() };

/** Where a part of the subject's text stands in the text as sent. */
export const asSent = ({ shown }: Pick<Subject, "shown">, part: Part): Part => before(shown, part);

/** Whether a host is the blog's own, or one below it. */
export function isOwn({ ownHosts }: Pick<Linked, "ownHosts">, host: string): boolean {
  for (const own of ownHosts) if (isBelow(host, own)) return true;
  return false;
}

/** Whether a host is another, or one below it. */
function isBelow(host: string, above: string): boolean {
  const before = host.length - above.length;
  return host.endsWith(above) && (before === 0 || host.charCodeAt(before - 1) === DOT);
}

const DOT = 0x2e;

function bodyOf(content: string, links: readonly Link[]): string {
  let body = "";
  let at = 0;
  for (const { start, end } of links) {
    if (start < at) continue;
    body += `${content.slice(at, start)} `;
    at = end;
  }
  body += content.slice(at);
  const bare = MARKUP.test(body) ? body.replace(WITHIN_WORD, "").replace(TAG, " ") : body;
  return bare.includes("@") ? bare.replace(/(?<![\w.%+-])[\w.%+-]{1,64}@[\w.-]{1,200}/g, " ") : bare;
}

/** Domains remembered of one comment. */
const MOST_DOMAINS = 20;

/** Registered domains that a comment links to, in the text or as the author's link; the site's own left out. */
export function linkedDomains(linked: Pick<Linked, "links" | "site" | "ownHosts">): string[] {
  const addresses = [...linked.links, ...(linked.site ? [linked.site] : [])];
  const foreign = addresses.filter(({ host }) => !isOwn(linked, host));
  return [...new Set(foreign.map(({ domain }) => domain))].slice(0, MOST_DOMAINS);
}

/** The domains by which a comment is remembered: all it links to but the blog's own; none, if a server sent it. */
export const foreignDomainsOf = (subject: Subject): readonly string[] | undefined =>
  subject.fromServer ? undefined : linkedDomains(subject);

/** The same of a comment as it is stored. `hosts` are the blog's own. */
export const foreignDomains = (comment: Comment, hosts: readonly string[]): readonly string[] | undefined =>
  isFromServer(comment) ? undefined : linkedDomains(readLinks(comment, hosts));
