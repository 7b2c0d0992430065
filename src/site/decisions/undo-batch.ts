import type { Site } from "../site.ts";
import { type Failed, MOST_AT_ONCE } from "./bulk.ts";
import { standingDecision } from "./teaching.ts";
import { undo } from "./undo.ts";

/** What taking back one bulk did, at most `MOST_AT_ONCE` of it. */
export interface BatchUndone {
  readonly done: readonly string[];
  readonly failed: readonly Failed[];
  /** Decisions of it that still stand. */
  readonly left: number;
}

/** A name for a bulk: when it began, so that its events are found without an index, and a random word. */
export const batchName = (now: number, random: string): string => `${now}-${random}`;

const beganAt = (batch: string) => Number(batch.slice(0, batch.indexOf("-"))) || 0;

/** Takes a bulk's decisions back. One that somebody changed since is left as it is, and named. */
export function undoBatch(site: Site, batch: string, by: string, now: number): BatchUndone {
  const standing = site.events.ofBatch(batch, beganAt(batch));
  const done: string[] = [];
  const failed: Failed[] = [];
  site.learned.together(() => {
    for (const event of standing.slice(0, MOST_AT_ONCE)) {
      const row = site.comments.get(event.comment);
      const top = row && standingDecision(site, row);
      if (row && top && top.sequence === event.sequence) {
        undo(site, row, top, { by, now });
        done.push(row.id);
      } else {
        const author = row?.comment.author.name ?? "";
        failed.push({ id: event.comment, author, reason: row ? "nothing_to_undo" : "unknown_comment" });
      }
    }
  });
  return { done, failed, left: done.length === 0 ? 0 : Math.max(0, standing.length - MOST_AT_ONCE) };
}
