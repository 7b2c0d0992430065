import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { writeEvent } from "./write-event.ts";

/** The blog says that it has no such comment: that stands in the history, and nobody needs to look at it any more. */
export function noteGone(site: Site, row: CommentRow, now: number): void {
  const status = row.status === "pending" ? "discarded" : row.status;
  const moved: CommentRow = { ...row, status, revision: row.revision + 1, settled: now };
  const gone = {
    type: "comment.gone",
    decision: null,
    actor: { name: "blog" },
    before: row.status,
    at: now,
  } as const;
  site.move(row, moved, writeEvent(site, moved, { ...gone, silent: true }));
}
