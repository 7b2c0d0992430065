import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueOf, type Schedule } from "../../src/site/notices/schedule.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2090, 5, 14, 12);
const nothing = { at: 0, until: 0, retry: 0 };
const schedule = (given: Partial<Schedule>): Schedule => ({
  when: "at-once",
  zone: "UTC",
  hour: 7,
  weekday: 1,
  hours: 6,
  quiet: null,
  spacing: 900_000,
  ...given,
});
/** What waits, by arrival. */
const waiting = (...arrivals: number[]) => ({
  first: (after: number) => arrivals.filter((one) => one > after).sort((a, b) => a - b)[0],
  newest: () => (arrivals.length === 0 ? undefined : Math.max(...arrivals)),
});
const hourOf = (time: number | undefined) => (time === undefined ? undefined : (time - NOON) / HOUR);

describe("when somebody is told", () => {
  it.each([
    ["nothing waits", {}, nothing, [], undefined],
    ["what waits she knows", {}, { ...nothing, until: NOON }, [NOON], undefined],
    ["something is new", {}, nothing, [NOON], 20 / 3600],
    ["something is new, and she was told just now", {}, { ...nothing, at: NOON - 60_000 }, [NOON], 14 / 60],
    ["daily", { when: "daily" }, nothing, [NOON], 19],
    ["daily, though she knows", { when: "daily" }, { ...nothing, at: NOON, until: NOON }, [NOON], 19],
    ["weekly: a Monday", { when: "weekly" }, nothing, [NOON], 19 + 4 * 24],
    ["older", { when: "older" }, nothing, [NOON, NOON + HOUR], 6],
    ["older, of which she knows", { when: "older" }, { ...nothing, until: NOON }, [NOON, NOON + HOUR], 7],
    ["in quiet hours", { quiet: { from: 9, to: 17 } }, nothing, [NOON], 5],
    ["in quiet hours over midnight", { quiet: { from: 12, to: 6 } }, nothing, [NOON], 18],
    ["quiet hours of no length", { quiet: { from: 12, to: 12 } }, nothing, [NOON], 20 / 3600],
    ["a failed one is tried again", {}, { ...nothing, retry: NOON + HOUR }, [NOON], 1],
    ["what failed is gone", {}, { ...nothing, retry: NOON - HOUR }, [NOON], 20 / 3600],
    ["what failed is gone, daily", { when: "daily" }, { ...nothing, retry: NOON - HOUR }, [NOON], 19],
  ] as const)("%s", (_, given, told, arrivals, hours) => {
    expect(hourOf(dueOf(schedule(given), told, waiting(...arrivals)))).toBe(hours);
  });

  it("is never in her quiet hours", () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const when = fc.constantFrom("at-once" as const, "daily" as const, "weekly" as const, "older" as const);
    fc.assert(
      fc.property(
        when,
        hour,
        hour,
        hour,
        fc.integer({ min: 0, max: 10 ** 8 }),
        (when, at, from, to, arrival) => {
          const given = schedule({ when, hour: at, quiet: { from, to } });
          const due = dueOf(given, nothing, waiting(NOON + arrival)) ?? 0;
          const local = new Date(due).getUTCHours();
          const isQuiet =
            from < to ? from <= local && local < to : from !== to && (local >= from || local < to);
          expect(isQuiet).toBe(false);
        },
      ),
    );
  });
});
