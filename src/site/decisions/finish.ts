import { wantQueue } from "../queueing/want-queue.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";

/** Writes what a decision changed: the row, the queue's desired state, the counts and the memory. */
export function finish(site: Site, before: CommentRow, moved: CommentRow, sequence: number): CommentRow {
  const row = { ...moved, events: [...before.events, sequence] };
  site.comments.settle(row);
  wantQueue(site, row, before.status);
  site.count(before.status, row.status);
  site.recent.move(row.id, row.status, row.decisions.length > 0);
  return row;
}
