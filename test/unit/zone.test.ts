import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay, localHour, nextLocal } from "../../src/platform/zone.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (time: string) => Date.parse(time);
const iso = (time: number) => new Date(time).toISOString().slice(0, 16);

describe("the next time that it is an hour somewhere", () => {
  it.each([
    ["2026-06-14T10:00Z", "UTC", 7, undefined, "2026-06-15T07:00"],
    ["2026-06-14T06:59Z", "UTC", 7, undefined, "2026-06-14T07:00"],
    ["2026-06-14T07:00Z", "UTC", 7, undefined, "2026-06-15T07:00"],
    ["2026-06-14T10:00Z", "America/New_York", 7, undefined, "2026-06-14T11:00"],
    ["2026-12-14T10:00Z", "America/New_York", 7, undefined, "2026-12-14T12:00"],
    ["2026-06-14T10:00Z", "Asia/Kathmandu", 7, undefined, "2026-06-15T01:15"],
    ["2026-06-14T10:00Z", "Pacific/Kiritimati", 0, undefined, "2026-06-15T10:00"],
    // 14 June 2026 is a Sunday.
    ["2026-06-14T06:00Z", "Europe/Berlin", 9, 0, "2026-06-14T07:00"],
    ["2026-06-14T07:00Z", "Europe/Berlin", 9, 0, "2026-06-21T07:00"],
    ["2026-06-14T07:00Z", "Europe/Berlin", 9, 6, "2026-06-20T07:00"],
    // Clocks go on at 02:00 there: the hour that is skipped comes an hour later by the clock; they go back at 03:00.
    ["2026-03-29T00:00Z", "Europe/Berlin", 2, undefined, "2026-03-29T01:00"],
    ["2026-03-28T12:00Z", "Europe/Berlin", 7, undefined, "2026-03-29T05:00"],
    ["2026-10-24T12:00Z", "Europe/Berlin", 7, undefined, "2026-10-25T06:00"],
  ] as const)("after %s in %s, %i o'clock, day %s", (time, zone, hour, weekday, expected) => {
    expect(iso(nextLocal(at(time), zone, hour, weekday))).toBe(expected);
  });

  it("is ahead, within a week and a day, and that hour by the wall clock but where it is skipped", () => {
    const zones = [
      "UTC",
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Africa/Cairo",
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: at("2025-01-01T00:00Z"), max: at("2040-01-01T00:00Z") }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
        (time, zone, hour, weekday) => {
          const next = nextLocal(time, zone, hour, weekday);
          expect(next).toBeGreaterThan(time);
          expect(next - time).toBeLessThanOrEqual(
            weekday === undefined ? DAY + 2 * HOUR : 7 * DAY + 2 * HOUR,
          );
          if (localDay(next - 3 * HOUR, zone) === localDay(next, zone))
            expect([hour, hour + 1]).toContain(localHour(next, zone));
        },
      ),
    );
  });
});
