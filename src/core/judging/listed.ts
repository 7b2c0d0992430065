import type { Comment } from "../comment.ts";
import type { Listed } from "../memory/history.ts";
import { fold } from "../reading/fold.ts";
import type { Policy } from "./policy.ts";

type Lists = Pick<Policy, "blocked" | "allowed">;

/** A line of a list that stands for an author. */
interface Entry {
  readonly kind: "author" | "network";
  /** Keyed hash of the mail address, or of the network's prefix. */
  readonly hash: string;
  /** What the comment had beside the mail address. */
  readonly marks: readonly string[];
  readonly name: string;
}

/** Who wrote a comment, as lists can know it. `prefixes`: empty, if they say nothing of a person. */
interface Author {
  readonly mail: string | undefined;
  readonly name: string | undefined;
  readonly prefixes: readonly string[];
  /** Marks of the comment, and those that approved comments of the address link to them. */
  readonly marks: ReadonlySet<string>;
  /** An approved comment of the address has one of them. */
  readonly confirmed: boolean;
}

const ENTRY = /^(author|network):([0-9a-f]{24})((?:~[^\s~]+)*)(?: (.*))?$/;
const MOST_NAME = 60;

function readEntry(text: string): Entry | undefined {
  const [, kind, hash = "", marks = "", name = ""] = ENTRY.exec(text) ?? [];
  if (kind !== "author" && kind !== "network") return undefined;
  return { kind, hash, marks: marks.split("~").slice(1), name };
}

/** The author's name in a line of the lists; undefined: it stands for something else. */
export const listedName = (line: string): string | undefined => readEntry(line)?.name;

const nameIn = (name: string | undefined) =>
  (name ?? "").replaceAll(/\s+/g, " ").trim().slice(0, MOST_NAME).trim();

/**
 * A line of a list that stands for the author of a comment; undefined: there is nothing to know her by again.
 * `marks`: what the comment came with beside the mail address.
 */
export function entryOf(
  { mail, comment: { author } }: { readonly mail: string | null; readonly comment: Pick<Comment, "author"> },
  prefix: string | null,
  marks: readonly string[],
): string | undefined {
  const name = nameIn(author.name);
  if (mail !== null) return `author:${[mail, ...marks].join("~")} ${name}`.trim();
  return prefix === null ? undefined : `network:${prefix} ${name}`.trim();
}

/** Whether two lines of the lists stand for one author. */
export function isSameAuthor(a: string, b: string): boolean {
  const [one, other] = [readEntry(a), readEntry(b)];
  if (!one || !other || one.kind !== other.kind || one.hash !== other.hash) return false;
  return one.kind === "author" || fold(one.name) === fold(other.name);
}

/** In which list an author stands, as the owner put her there. Blocked wins. */
export function listingOf(lists: Lists, entry: string | undefined): keyof Lists | undefined {
  if (entry === undefined) return undefined;
  return (["blocked", "allowed"] as const).find((list) =>
    lists[list].some((line) => isSameAuthor(line, entry)),
  );
}

/** What the lists say of an author, for the filter. Blocked wins. */
export function listedAuthor({ blocked, allowed }: Lists, author: Author): Listed | undefined {
  for (const entry of blocked.flatMap((line) => readEntry(line) ?? [])) {
    const effect = blockOf(entry, author);
    if (effect) return { effect, name: entry.name };
  }
  const trusted = allowed.flatMap((line) => readEntry(line) ?? []).find((entry) => isTrusted(entry, author));
  return trusted && { effect: "publish", name: trusted.name };
}

const isMarked = ({ marks }: Entry, author: Author) => marks.some((mark) => author.marks.has(mark));

/** Without a mail address a block is by name and network. With one by the address, but who was approved under it elsewhere is held. */
function blockOf(entry: Entry, author: Author): "reject" | "hold" | undefined {
  if (entry.kind === "network") {
    if (!author.prefixes.includes(entry.hash)) return undefined;
    const same = fold(entry.name) === fold(nameIn(author.name));
    return same && (entry.name !== "" || author.mail === undefined) ? "reject" : undefined;
  }
  if (author.mail !== entry.hash) return undefined;
  return author.confirmed && entry.marks.length > 0 && !isMarked(entry, author) ? "hold" : "reject";
}

/** Anybody can type a mail address: it takes a mark of the comment whose author was trusted, or of an approved one. */
function isTrusted(entry: Entry, author: Author): boolean {
  if (entry.kind !== "author" || author.mail !== entry.hash) return false;
  return entry.marks.length > 0 ? isMarked(entry, author) : author.confirmed;
}
