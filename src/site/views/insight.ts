import type { Compared, Day, DecidedCount, Insight } from "../../contract/insight.ts";
import { DAY } from "../../platform/clock.ts";
import type { Site } from "../site.ts";
import { signalScores } from "./signal-scores.ts";
import { unseen, viewOf } from "./views.ts";

/** Decided comments looked at for the signals, and lost ones shown. */
const MEASURED = 2000;
const LOST = 10;
/** Comments shown of which the filter is least sure. */
const UNSURE = 3;
/** Comments shown on which people and the filter differ. */
const DIFFERING = 50;

/** Reads every row once or twice: for a page that is looked at now and then. */
export function insightOf(site: Site, from: number, to: number): Insight {
  const decided = site.lists.decidedByPeople(MEASURED);
  const before = daysOf(site, 2 * from - to - 1, from - 1).days;
  const waits = site.pending.waits(from * DAY, (to + 1) * DAY);
  return {
    ...daysOf(site, from, to),
    signals: signalScores(decided),
    measured: decided.length,
    lost: site.lists.saved(LOST).map((row) => viewOf(site, row)),
    before: before.reduce((sum, { publish, review, reject }) => sum + publish + review + reject, 0),
    waited: waits[Math.floor(waits.length / 2)] ?? null,
    ...unseen(site, UNSURE),
  };
}

/** What came in and what was decided, from one day to another, both included. */
export function daysOf(site: Site, from: number, to: number): { days: Day[]; decided: DecidedCount[] } {
  const days = added([...site.days.between(from, to), ...pastDays(site, from, to)]);
  return { days, decided: site.days.decided(from, to) };
}

/** Days of the blog's past, as it was brought in: what the filter would have done. */
function pastDays(site: Site, from: number, to: number): Day[] {
  return site.imports.days().filter(({ day }) => day >= from && day <= to);
}

/** One for each day, in order. */
function added(days: readonly Day[]): Day[] {
  const sums = new Map<number, Day>();
  for (const day of days) {
    const before = sums.get(day.day);
    sums.set(day.day, {
      day: day.day,
      publish: day.publish + (before?.publish ?? 0),
      review: day.review + (before?.review ?? 0),
      reject: day.reject + (before?.reject ?? 0),
      blatant: day.blatant + (before?.blatant ?? 0),
    });
  }
  return [...sums.values()].sort((a, b) => a.day - b.day);
}

/** Counts the comments still kept. Reads every row: for a page that is looked at now and then. */
export function compare(site: Site): Compared {
  const rows = site.logOnly.differing(DIFFERING);
  return {
    counts: site.logOnly.counts(),
    since: site.logOnly.since(),
    differing: rows.map((row) => viewOf(site, row)),
  };
}
