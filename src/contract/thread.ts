import type { Comment, CommentType } from "../core/comment.ts";

/** The page that an address names, if it is on one of these hosts; undefined: it is not, or no page's address. */
export function ownPage(address: string, hosts: readonly string[]): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const page = new URL(address);
  page.hash = "";
  const isPlain = /^https?:$/.test(page.protocol) && page.username === "" && page.password === "";
  return isPlain && hosts.includes(page.host) ? page : undefined;
}

/**
 * What the comments of one page are found by: its address without the scheme and the fragment, and without what servers add at
 * its end or leave out.
 */
export function threadOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(address);
  return `${host}${pathname.replace(/\/index\.html?$/, "/").replace(/\/$/, "")}${search}`;
}

/** What readers of a page are shown of what it got: all else is between its author and the blog. */
const SHOWN: ReadonlySet<CommentType> = new Set(["comment", "reply", "pingback", "trackback", "webmention"]);

/** What a comment is found by for readers of its page; undefined: they are not to see it, or it names no page. */
export const shownThread = ({ type, post }: Pick<Comment, "type" | "post">): string | undefined =>
  SHOWN.has(type) ? threadOf(post.url) : undefined;
