import type { Status } from "../core/judging/decision.ts";
import type { Site } from "./site.ts";
import type { CommentRow } from "./tables/comment-row.ts";
import { emptyOutboxRow } from "./tables/outbox.ts";

/** Writes down that a comment moved: the row, what KV has to follow, the counts and the memory. */
export function move(site: Site, before: CommentRow, moved: CommentRow, sequence: number): CommentRow {
  const row = { ...moved, events: [...before.events, sequence] };
  site.comments.settle(row);
  follow(site, row, before.status);
  site.recent.move(row.id, row.status, row.decisions.length > 0);
  return row;
}

/**
 * Notes that KV and the counts have to follow a comment that came, or moved from where it was `before`. One that is
 * decided before anybody tried to put its key needs nothing in KV.
 */
export function follow(
  site: Site,
  { id, arrived, status }: Pick<CommentRow, "id" | "arrived" | "status">,
  before: Status | undefined,
): void {
  site.count(before, status);
  const waiting = site.outbox.get(id);
  const pending = status === "pending";
  if (!pending && before !== "pending" && !waiting?.queue) return;
  if (pending && before === undefined) site.untried.add(id);
  const queue = pending || !site.untried.delete(id);
  site.outbox.set({ ...(waiting ?? emptyOutboxRow(id, arrived)), queue });
}
