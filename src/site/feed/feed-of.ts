import {
  type Feed,
  type FeedComment,
  isEmpty,
  noComments,
  type Reaction,
  type ThreadCounts,
} from "../../contract/feed.ts";
import type { ReactionKind } from "../../contract/webmention.ts";
import { DAY } from "../../platform/clock.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { COUNTS } from "../tables/feeds.ts";
import { commentHtml, linkable } from "./comment-html.ts";
import { writesLeft } from "./writes-left.ts";

/** Comments of one page, and characters of their texts together: of more, the newest. */
const MOST = 1_000;
const MOST_TEXT = 2_000_000;
const MOST_REACTIONS = 500;
/** Pages of a site whose counts are told together. */
export const MOST_THREADS = 20_000;

/** What was published on a page, for a reader whom KV could not tell: if there is anything, it is to get there. */
export function feedAsked(site: Site, thread: string, now: number): Feed {
  const feed = feedOf(site, thread);
  if (writesLeft(site, now) > 0) {
    if (!isEmpty(feed)) site.feeds.want(thread, now);
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
  const reactions = site.feeds.wordless(thread, MOST_REACTIONS).map((row) => reactionOf(site, row));
  if (rows.length === 0 && reactions.length === 0) return noComments;
  const before = new Set<string>();
  const comments = rows.map((row) => {
    const shown = shownComment(site, row, before);
    before.add(row.id);
    return shown;
  });
  return {
    count: rows.length < MOST ? rows.length : site.feeds.count(thread),
    comments,
    ...(reactions.length > 0 && { reactions }),
  };
}

/** Of comments whose texts are too long together, the newest. */
function newest(rows: readonly CommentRow[]): readonly CommentRow[] {
  let length = 0;
  let first = rows.length;
  while (first > 0 && length <= MOST_TEXT) length += rows[--first]?.comment.content.length ?? 0;
  return rows.slice(length <= MOST_TEXT ? first : first + 1);
}

/** A comment as readers see it: without a time if its history told none, for which it lies at 1970. One that answers what is not shown before it stands by itself. */
function shownComment(site: Site, row: CommentRow, before: ReadonlySet<string>): FeedComment {
  const { id, arrived, comment } = row;
  const { author, parent } = comment;
  const mention = mentionOf(site, row);
  return {
    id,
    parent: parent?.id !== undefined && before.has(parent.id) ? parent.id : null,
    name: author.name ?? hostOf(mention),
    website: linkable(author.url) ?? null,
    html: commentHtml(comment),
    ...(arrived >= DAY && { at: timeOf(mention?.published, arrived) }),
    ...(mention && { source: mention.source }),
  };
}

/** A like or the like as readers see it. */
function reactionOf(site: Site, row: CommentRow): Reaction {
  const { id, arrived, comment } = row;
  const mention = mentionOf(site, row);
  return {
    id,
    kind: mention?.kind as ReactionKind,
    name: comment.author.name ?? hostOf(mention),
    website: linkable(comment.author.url) ?? null,
    source: mention?.source ?? "",
    at: timeOf(mention?.published, arrived),
  };
}

const mentionOf = ({ mentions }: Site, { id, comment }: CommentRow) =>
  comment.type === "webmention" ? mentions.of(id) : undefined;

/** Who says not who she is, is called by where she writes. */
const hostOf = (mention: { readonly source: string } | undefined): string =>
  mention ? new URL(mention.source).host : "";

/** When a page elsewhere says that it was published; one of the future lies. */
const timeOf = (published: number | null | undefined, arrived: number): string =>
  new Date(Math.min(published ?? arrived, arrived)).toISOString();
