import type { Status } from "../../core/judging/decision.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { emptyOutboxRow } from "../tables/outbox.ts";

/**
 * Notes that KV has to follow a comment's status. A comment that is decided before anybody tried to put its key needs
 * nothing.
 */
export function wantQueue(
  site: Site,
  row: Pick<CommentRow, "id" | "arrived" | "status">,
  before: Status | undefined,
): void {
  const waiting = site.outbox.get(row.id);
  const pending = row.status === "pending";
  if (!pending && before !== "pending" && !waiting?.queue) return;
  if (pending && before === undefined) site.untried.add(row.id);
  const queue = pending || !site.untried.delete(row.id);
  site.outbox.set({ ...(waiting ?? emptyOutboxRow(row.id, row.arrived)), queue });
}
