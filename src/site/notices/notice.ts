import type { Comment } from "../../core/comment.ts";
import type { Site } from "../site.ts";
import type { Notice, NoticeItem } from "./message.ts";

/** Comments told of one by one. */
const MOST_ITEMS = 5;
const MOST_TEXT = 200;
const MOST_NAME = 60;

/** Whether a message shows all that a decision on a comment would be about. */
const isShownWhole = ({ content, author, cut }: Comment): boolean =>
  content.length <= MOST_TEXT && author.url === undefined && cut === undefined;

/** The beginning of a text; that it goes on is seen. */
const begun = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…`;

/** How a message may tell of comments. */
export interface Telling {
  /** Names and the start of texts. */
  readonly texts: boolean;
  /** Comments are named one by one, by links to them. */
  readonly items: boolean;
  /** Where this Hamlet is. */
  readonly link: string;
  readonly linkTo: (comment: { readonly id: string; readonly revision: number }) => string | Promise<string>;
  /** By which a comment's buttons are known; absent: the message has none. */
  readonly keyOf?: (comment: { readonly id: string; readonly revision: number }) => string;
}

/** What there is to tell of a site, to somebody who knows of all up to `until`. */
export async function noticeOf(site: Site, telling: Telling, until: number): Promise<Notice> {
  const { record, pending, comments } = site;
  const { texts, items, link, linkTo, keyOf } = telling;
  const rows = items
    ? comments.pending(pending.since(until, MOST_ITEMS)).sort((a, b) => a.arrived - b.arrived)
    : [];
  const told = rows.map(
    async (row): Promise<NoticeItem> => ({
      link: await linkTo(row),
      ...(keyOf && isShownWhole(row.comment) && { key: keyOf(row) }),
      ...(texts && {
        author: begun(row.comment.author.name ?? "", MOST_NAME),
        text: begun(row.comment.content, MOST_TEXT),
      }),
    }),
  );
  return {
    site: record.id,
    name: record.settings.name,
    waiting: pending.count(),
    fresh: pending.countSince(until),
    link: `${link}/queue?site=${record.id}`,
    items: await Promise.all(told),
  };
}
