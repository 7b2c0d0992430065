import { type Feed, type FeedComment, noComments, type ThreadCounts } from "../../contract/feed.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { COUNTS } from "../tables/feeds.ts";
import { commentHtml, linkable } from "./comment-html.ts";
import { writesLeft } from "./writes-left.ts";

/** Comments of one page, and characters of their texts together: of more, the newest. */
const MOST = 1_000;
const MOST_TEXT = 2_000_000;
/** Pages of a site whose counts are told together. */
export const MOST_THREADS = 20_000;

/** What was published on a page, for a reader whom KV could not tell: if there is anything, it is to get there. */
export function feedAsked(site: Site, thread: string, now: number): Feed {
  const feed = feedOf(site, thread);
  if (writesLeft(site, now) > 0) {
    if (feed.count > 0) site.feeds.want(thread, now);
    site.feeds.want(COUNTS, now);
  }
  return feed;
}

/** The same for the number of comments of every page. */
export function countsAsked(site: Site, now: number): ThreadCounts {
  if (writesLeft(site, now) > 0) site.feeds.want(COUNTS, now);
  return site.feeds.counts();
}

/** What was published on a page. */
export function feedOf(site: Site, thread: string): Feed {
  const rows = newest(site.feeds.published(thread, MOST));
  if (rows.length === 0) return noComments;
  const before = new Set<string>();
  const comments = rows.map((row) => {
    const shown = shownComment(row, before);
    before.add(row.id);
    return shown;
  });
  return { count: rows.length < MOST ? rows.length : site.feeds.count(thread), comments };
}

/** Of comments whose texts are too long together, the newest. */
function newest(rows: readonly CommentRow[]): readonly CommentRow[] {
  let length = 0;
  let first = rows.length;
  while (first > 0 && length <= MOST_TEXT) length += rows[--first]?.comment.content.length ?? 0;
  return rows.slice(length <= MOST_TEXT ? first : first + 1);
}

/** A comment as readers see it. One that answers what is not shown before it stands by itself. */
function shownComment({ id, arrived, comment }: CommentRow, before: ReadonlySet<string>): FeedComment {
  const { author, parent } = comment;
  return {
    id,
    parent: parent?.id !== undefined && before.has(parent.id) ? parent.id : null,
    name: author.name ?? "",
    website: linkable(author.url) ?? null,
    html: commentHtml(comment),
    at: new Date(arrived).toISOString(),
  };
}
