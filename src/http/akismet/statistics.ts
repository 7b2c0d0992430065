import type { HeldAs } from "../../contract/akismet-clients.ts";
import type { Day, DecidedCount } from "../../contract/insight.ts";

export const DAY = 86_400_000;

/** What a client was told, and what people said of it. */
interface Statistics {
  readonly spam: number;
  readonly ham: number;
  readonly missed_spam: number;
  readonly false_positives: number;
}

/** Counts of the days named. What waited for a person counts as this client is told of it now. */
export function statistics(
  { days, decided }: { readonly days: readonly Day[]; readonly decided: readonly DecidedCount[] },
  heldAs: HeldAs,
): Statistics {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const held = heldAs === "spam";
  const toldSpam = (outcome: DecidedCount["outcome"]) =>
    outcome === "reject" || (held && outcome === "review");
  const corrected = (spam: boolean, decision: string) =>
    sum(
      decided
        .filter((count) => toldSpam(count.outcome) === spam && count.decision === decision)
        .map(({ count }) => count),
    );
  return {
    spam: sum(days.map(({ reject, review }) => reject + (held ? review : 0))),
    ham: sum(days.map(({ publish, review }) => publish + (held ? 0 : review))),
    missed_spam: corrected(false, "spam"),
    false_positives: corrected(true, "approve"),
  };
}

/** The same, period by period; `period` names that of a day. */
export function breakdown(
  counted: { readonly days: readonly Day[]; readonly decided: readonly DecidedCount[] },
  heldAs: HeldAs,
  period: (day: number) => string,
): Record<string, Statistics> {
  const names = new Set([...counted.days, ...counted.decided].map(({ day }) => period(day)).sort());
  const within = (name: string) => ({
    days: counted.days.filter(({ day }) => period(day) === name),
    decided: counted.decided.filter(({ day }) => period(day) === name),
  });
  return Object.fromEntries([...names].map((name) => [name, statistics(within(name), heldAs)]));
}

/** Share of what was told that nobody corrected, in percent with two digits; 100 where nothing was told. */
export function accuracy({ spam, ham, missed_spam, false_positives }: Statistics): number {
  const all = spam + ham;
  const wrong = Math.min(all, missed_spam + false_positives);
  return all === 0 ? 100 : Math.round(((all - wrong) / all) * 10_000) / 100;
}

/** "2026-11-26" and "2026-11" of a day. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
export const monthOf = (day: number): string => dateOf(day).slice(0, 7);

/** The first and last day of a month named "YYYY-MM". */
export function daysOfMonth(month: string): readonly [from: number, to: number] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return [Date.UTC(year, number - 1, 1) / DAY, Date.UTC(year, number, 1) / DAY - 1];
}
