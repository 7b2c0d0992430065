import * as z from "zod";
import type { Day } from "../../contract/insight.ts";
import { dayOf } from "../../platform/clock.ts";
import type { JudgedPast } from "./judged-past.ts";

const n = z.int().nonnegative();

/** Day (since 1970), published, held, rejected. */
export const storedDays = z.array(z.tuple([n, n, n, n]));

export type StoredDays = z.output<typeof storedDays>;

const outcomes = ["publish", "review", "reject"] as const;

/** Counts of comments of the past by day, with more of them; those without a time have no day. */
export function withDays(days: StoredDays, judged: readonly JudgedPast[]): StoredDays {
  const sums = new Map(days.map((row) => [row[0], [...row] as StoredDays[number]]));
  for (const { at, outcome } of judged) {
    if (at === 0) continue;
    const day = dayOf(at);
    const row = sums.get(day) ?? [day, 0, 0, 0];
    row[1 + outcomes.indexOf(outcome)] = (row[1 + outcomes.indexOf(outcome)] ?? 0) + 1;
    sums.set(day, row);
  }
  return [...sums.values()].sort(([a], [b]) => a - b);
}

/** The same as the dashboard counts. What was beyond doubt was not told apart. */
export const daysOfPast = (days: StoredDays): Day[] =>
  days.map(([day, publish, review, reject]) => ({ day, publish, review, reject, blatant: 0 }));
