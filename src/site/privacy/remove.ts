import { unlearn } from "../../core/classifier/lesson.ts";
import { type DecisionEvent, lessonOf, testimony } from "../decisions/teaching.ts";
import { takeBackWeak } from "../decisions/weak-batch.ts";
import type { Site } from "../site.ts";
import { emptyOutboxRow } from "../tables/outbox.ts";

/**
 * Erases a comment: its row, its place in the queue, what it waits to tell and all that it taught. That decisions
 * were taken stays in the record, without the text. False: there is none.
 */
export function remove(site: Site, id: string): boolean {
  const row = site.comments.get(id);
  if (!row) return false;
  site.transaction(() => {
    for (const event of site.events.all(row.events)) {
      const taught = event.revoked ? undefined : lessonOf(event);
      if (taught) unlearn(site.learned.state, taught);
      if (row.decisions.includes(event.sequence)) {
        site.learned.reputation.testify(testimony(site, row, (event as DecisionEvent).decision), -1);
      }
      site.events.forgetLesson(event.sequence);
    }
    takeBackWeak(site, row);
    site.learned.save();
    site.comments.remove(id);
    const waiting = site.outbox.get(id);
    const queue = row.status === "pending" || waiting?.queue === true;
    if (queue || waiting) {
      site.outbox.set({ ...(waiting ?? emptyOutboxRow(id, row.arrived)), queue, event: null, state: "idle" });
    }
    site.count(row.status, undefined);
    site.recent.forget(id);
  });
  return true;
}
