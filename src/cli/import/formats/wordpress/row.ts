import type { Telling } from "../../format.ts";
import { type LeftOut, pastOf, type Read } from "../../past.ts";
import { timeOf } from "../../times.ts";
import { personsWord } from "./history.ts";

/** A comment as WordPress' database has it, columns by their names there. */
type CommentColumns = Readonly<Partial<Record<string, string>>>;

/** The columns of wp_comments in their order since WordPress 2.0. */
export const COMMENT_COLUMNS = [
  "comment_ID",
  "comment_post_ID",
  "comment_author",
  "comment_author_email",
  "comment_author_url",
  "comment_author_IP",
  "comment_date",
  "comment_date_gmt",
  "comment_content",
  "comment_karma",
  "comment_approved",
  "comment_agent",
  "comment_type",
  "comment_parent",
  "user_id",
] as const;

/** What WordPress calls the kinds that `/v1` knows. Others, such as order_note and review, are not a blog's comments. */
const TYPES = {
  "": "comment",
  comment: "comment",
  pingback: "pingback",
  trackback: "trackback",
  webmention: "webmention",
} as const;

/** Where a comment stands, and what the owner's plugins noted of it. */
export interface Around {
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** The values of the comment's meta `akismet_history`, oldest first. */
  readonly history: readonly string[];
}

/** A comment of WordPress' database. Only what stands published was judged good; spam is a person's where its history says so. */
export function commentOf(columns: CommentColumns, { url, title, history }: Around, { zone }: Telling): Read {
  const type = TYPES[(columns.comment_type ?? "") as keyof typeof TYPES];
  if (type === undefined) return { leftOut: `of the kind ${columns.comment_type}` };
  const status = statusOf(columns.comment_approved ?? "");
  if (typeof status === "object") return status;
  const by = status === "spam" && personsWord(history) !== "spam" ? "filter" : "person";
  return pastOf(columns.comment_ID, status, by, {
    type,
    format: "html",
    content: columns.comment_content,
    post: { url, title },
    parent: { id: zeroless(columns.comment_parent) },
    author: {
      name: columns.comment_author,
      email: columns.comment_author_email,
      url: columns.comment_author_url,
      ip: columns.comment_author_IP,
      userAgent: columns.comment_agent,
      id: zeroless(columns.user_id),
    },
    submittedAt: timeOf(columns.comment_date_gmt) ?? timeOf(columns.comment_date, zone),
  });
}

function statusOf(approved: string): "ham" | "spam" | "pending" | LeftOut {
  switch (approved) {
    case "1":
    case "approved":
    case "approve":
      return "ham";
    case "spam":
      return "spam";
    case "0":
    case "hold":
    case "unapproved":
      return "pending";
    case "trash":
    case "post-trashed":
      return { leftOut: "in the trash" };
    default:
      return { leftOut: `of the status ${approved === "" ? "nothing" : approved}` };
  }
}

/** An id; 0 is none. */
const zeroless = (id: string | undefined) => (id === "0" ? undefined : id);
