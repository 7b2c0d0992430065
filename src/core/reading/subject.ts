import type { Comment } from "../comment.ts";
import { fold } from "./fold.ts";
import { type Link, linksOf, mailsOf, readLink } from "./links.ts";

/** A comment read once, for all signals: its text folded and taken apart. */
export interface Subject {
  readonly comment: Comment;
  /** The text as sent, its first 16,384 UTF-16 units: what a signal does not find there says little. */
  readonly content: string;
  /** Nothing but ASCII in `content`: signals that look for other characters need not. */
  readonly ascii: boolean;
  /** The whole text's length. */
  readonly length: number;
  /** The text without links, mail addresses and tags, as sent otherwise. */
  readonly body: string;
  /** `body` folded: lower case, no styling, no look-alikes. */
  readonly folded: string;
  /** Folded words of the body, the first 600. */
  readonly words: readonly string[];
  readonly links: readonly Link[];
  readonly mails: readonly string[];
  readonly name: string;
  readonly foldedName: string;
  readonly nameWords: readonly string[];
  /** The author's own link; undefined: none, or none that can be read. */
  readonly site: Pick<Link, "host" | "domain" | "path"> | undefined;
  /** Hosts that are the blog's own. */
  readonly ownHosts: ReadonlySet<string>;
  /** Sent by a server (pingback and the like): forms, link counts and addresses say nothing of a person. */
  readonly fromServer: boolean;
}

/** Words beyond these say nothing new. */
const MOST_WORDS = 600;
const MOST_NAME_WORDS = 12;
/** Longer texts are read up to here, UTF-16 units; the whole is still searched for links. */
const LONGEST = 16_384;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu;
const TAG =
  /<\/?[a-z!][^<>]{0,2000}>|\[\/?(?:url|link|img|b|i|u|quote|code|size|color)(?:=[^\][]{0,500})?\]/gi;
const SERVERS = new Set(["pingback", "trackback", "webmention"]);

/** Reads a comment. `hosts` are the blog's own; the host of the post counts among them. */
export function read(comment: Comment, hosts: readonly string[]): Subject {
  const content = comment.content.slice(0, LONGEST);
  const links = linksOf(comment.content);
  const mails = mailsOf(content);
  const body = bodyOf(content, links);
  const folded = fold(body);
  const name = comment.author.name?.trim() ?? "";
  const foldedName = fold(name);
  const own = comment.post.url === undefined ? undefined : readLink(comment.post.url)?.host;
  return {
    comment,
    content,
    ascii: /^\p{ASCII}*$/u.test(content),
    length: comment.content.length,
    body,
    folded,
    words: firstWords(folded, MOST_WORDS),
    links,
    mails,
    name,
    foldedName,
    nameWords: firstWords(foldedName, MOST_NAME_WORDS),
    site: comment.author.url ? readLink(comment.author.url) : undefined,
    ownHosts: new Set([...hosts.map((host) => host.replace(/^www\./, "")), ...(own ? [own] : [])]),
    fromServer: SERVERS.has(comment.type),
  };
}

/** Whether a host is the blog's own, or one below it. */
export const isOwn = (subject: Pick<Subject, "ownHosts">, host: string): boolean =>
  subject.ownHosts.has(host) || [...subject.ownHosts].some((own) => host.endsWith(`.${own}`));

/** The words of a folded text, at most so many. */
export function firstWords(folded: string, most: number): string[] {
  const words: string[] = [];
  for (const match of folded.matchAll(WORD)) {
    words.push(match[0]);
    if (words.length >= most) break;
  }
  return words;
}

function bodyOf(content: string, links: readonly Link[]): string {
  let body = "";
  let at = 0;
  for (const { start, end } of links) {
    if (start < at) continue;
    body += `${content.slice(at, start)} `;
    at = end;
  }
  body += content.slice(at);
  const bare = body.replace(TAG, " ");
  return bare.includes("@") ? bare.replace(/(?<![\w.%+-])[\w.%+-]{1,64}@[\w.-]{1,200}/g, " ") : bare;
}
