import { describe, expect, it } from "vitest";
import type { PolicyHit } from "../../../src/core/judging/verdict.ts";
import { heldBySurgeAlone, type StoredSurge, SURGE_RULE, Surge } from "../../../src/core/memory/surge.ts";
import { MIDNIGHT } from "../../clock.ts";

const SLOT = 5 * 60_000;
const HOUR = 12 * SLOT;
const DAY = 24 * HOUR;
const TODAY = MIDNIGHT / DAY;
const slotAt = (time: number) => Math.floor(time / SLOT);

/** A site in use for long, at midnight. */
const stored = (given: Partial<StoredSurge> = {}): StoredSurge => ({
  slots: [],
  usual: 0,
  peak: 0,
  first: TODAY - 100,
  day: TODAY,
  on: false,
  ...given,
});
const with_ = (passed: number, given: Partial<StoredSurge> = {}, approved = 0) =>
  new Surge(stored({ slots: [[slotAt(MIDNIGHT), passed, approved]], ...given }));

describe("a surge", () => {
  it.each([
    ["a quiet site: 120 an hour", {}, 119, 120],
    ["in its first week: 600 an hour", { first: TODAY - 6 }, 599, 600],
    ["after its first week", { first: TODAY - 7 }, 119, 120],
    ["a busy site: four times the usual", { usual: 50 }, 199, 200],
    ["a busy site in its first week", { usual: 200, first: TODAY }, 799, 800],
    ["while it lasts: half of that", { on: true }, 59, 60],
  ] as const)("begins at a limit, for %s", (_, given, below, at) => {
    expect([with_(below, given).over(MIDNIGHT), with_(at, given).over(MIDNIGHT)]).toEqual([false, true]);
  });

  it("makes room for four for each that a person lets through", () => {
    expect([with_(127, {}, 2).over(MIDNIGHT), with_(128, {}, 2).over(MIDNIGHT)]).toEqual([false, true]);
  });

  it("is kept as going on, or as over", () => {
    const surge = with_(120);
    surge.over(MIDNIGHT);
    expect(surge.store().on).toBe(true);
    surge.over(MIDNIGHT + HOUR);
    expect(surge.store()).toEqual(stored());
  });
});

describe("what a surge breaker keeps", () => {
  it("begins with nothing, and with the day it first sees", () => {
    const surge = new Surge();
    expect(surge.store()).toEqual({ slots: [], usual: 0, peak: 0, first: 0, day: 0, on: false });
    surge.passed(MIDNIGHT + 1);
    expect(surge.store()).toEqual(
      stored({ slots: [[slotAt(MIDNIGHT), 1, 0]], peak: 1, first: TODAY, day: TODAY }),
    );
  });

  it("is spans of five minutes, for an hour", () => {
    const surge = new Surge(stored());
    surge.passed(MIDNIGHT);
    surge.passed(MIDNIGHT + SLOT - 1);
    surge.approved(MIDNIGHT + SLOT);
    const first = slotAt(MIDNIGHT);
    expect(surge.store().slots).toEqual([
      [first, 2, 0],
      [first + 1, 0, 1],
    ]);
    surge.passed(MIDNIGHT + HOUR - 1);
    expect(surge.store().slots).toHaveLength(3);
    surge.passed(MIDNIGHT + HOUR);
    expect(surge.store().slots).toEqual([
      [first + 1, 0, 1],
      [first + 11, 1, 0],
      [first + 12, 1, 0],
    ]);
  });

  it("is brought up to now by what a person lets through as well", () => {
    const surge = with_(3, { peak: 7 });
    surge.approved(MIDNIGHT + DAY);
    expect(surge.store()).toEqual(
      stored({ slots: [[slotAt(MIDNIGHT + DAY), 0, 1]], usual: 7, day: TODAY + 1 }),
    );
  });

  it("is the day's busiest hour, up to the limit", () => {
    const surge = with_(118);
    for (const expected of [119, 120, 120]) {
      surge.passed(MIDNIGHT);
      expect(surge.store().peak).toBe(expected);
    }
    surge.approved(MIDNIGHT);
    surge.passed(MIDNIGHT);
    expect(surge.store().peak).toBe(122);
  });

  it.each([
    ["a busy day makes it twice as much at most", { usual: 40, peak: 90 }, 1, 80],
    ["a busier day than usual counts as it was", { usual: 40, peak: 60 }, 1, 60],
    ["a quiet site grows to a quarter of the floor", { usual: 2, peak: 90 }, 1, 30],
    ["in the first week it is what it was", { usual: 2, peak: 90, first: TODAY - 6 }, 1, 90],
    ["after the first week no more", { usual: 2, peak: 90, first: TODAY - 7 }, 1, 30],
    ["a quiet day fades it by a twentieth", { usual: 40, peak: 3 }, 1, 38],
    ["three quiet days fade it thrice", { usual: 40, peak: 3 }, 3, 40 * 0.95 ** 3],
  ] as const)("is what is usual: %s", (_, given, days, usual) => {
    const surge = new Surge(stored(given));
    surge.over(MIDNIGHT + days * DAY);
    expect(surge.store()).toEqual(stored({ ...given, usual, peak: 0, day: TODAY + days }));
  });

  it("does not change within a day, nor by a clock that goes back", () => {
    const given = stored({ usual: 40, peak: 60 });
    const surge = new Surge(given);
    surge.over(MIDNIGHT + DAY - 1);
    surge.over(MIDNIGHT - DAY);
    expect(surge.store()).toEqual(given);
  });
});

describe("a comment held by a surge alone", () => {
  const LIMITS = { publishBelow: 0.005, publishBareBelow: 0.5, rejectAbove: 0.998 };
  const surge: PolicyHit = { rule: SURGE_RULE, effect: "hold", kind: "surge" };
  const link: PolicyHit = { rule: "holds a link", effect: "hold", kind: "link" };
  const allowed: PolicyHit = { rule: "allowed: x", effect: "publish", kind: "allowed", entry: "x" };
  const verdict = (probability: number, ...policy: PolicyHit[]) =>
    ({ policy, probability }) as unknown as Parameters<typeof heldBySurgeAlone>[0];

  it.each([
    ["held by it, and good enough", verdict(0.004, surge), true],
    ["beside a rule that publishes", verdict(0.004, allowed, surge), true],
    ["bare, and good enough for that", { ...verdict(0.4, surge), payload: [] }, true],
    ["not good enough", verdict(0.005, surge), false],
    ["held by another rule", verdict(0.004, link), false],
    ["held by two rules", verdict(0.004, surge, link), false],
    ["not held", verdict(0.004), false],
  ])("is one %s", (_, given, expected) => {
    expect(heldBySurgeAlone(given, LIMITS)).toBe(expected);
  });

  it("is told so", () => {
    expect(SURGE_RULE).toBe("far more comments than usual");
  });
});
