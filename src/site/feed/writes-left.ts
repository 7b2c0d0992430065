import { dayOf } from "../../platform/clock.ts";
import type { Site } from "../site.ts";

/** Copies that a site puts into KV on a day: the rest of the day's writes is the approval queue's. */
export const MOST_COPIES = 200;
/** Writes and deletes of the whole account beyond which no more copies are put: those that are there must be able to go. */
const MOST_OPERATIONS = 700;

/** How many copies may still be put into KV today. */
export function writesLeft({ meta, use }: Site, now: number): number {
  const { kvWrites, kvDeletes } = use.today(now);
  const { others } = use;
  if (Math.max(kvWrites + others.kvWrites, kvDeletes + others.kvDeletes) > MOST_OPERATIONS) return 0;
  const { feedDay, feedWrites } = meta.times;
  return feedDay === dayOf(now) ? Math.max(0, MOST_COPIES - feedWrites) : MOST_COPIES;
}
