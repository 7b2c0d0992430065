import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import { heldBySurgeAlone, SURGE_RULE, Surge } from "../../../src/core/memory/surge.ts";
import { MIDNIGHT } from "../../clock.ts";
import { aCorpus, aHistory, aPolicy, aSubject } from "../a-comment.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = MIDNIGHT;

/** Lets so many comments pass within an hour from `from`; answers how many of them a surge would have held. */
function hour(surge: Surge, from: number, comments: number): number {
  let held = 0;
  for (let i = 0; i < comments; i++) {
    const now = from + Math.floor((i * HOUR) / comments);
    if (surge.over(now)) held++;
    surge.passed(now);
  }
  return held;
}

/** A surge breaker that has seen `days` days, each with one hour of so many comments. */
function used(days: number, busiest: number): Surge {
  const surge = new Surge();
  for (let day = 0; day < days; day++) hour(surge, START + day * DAY, busiest);
  return surge;
}

describe("the surge breaker", () => {
  it.each([
    ["a quiet blog's great day, a hundred an hour", used(30, 2), 30, 100, 0],
    ["a new blog's first busy day, five hundred an hour", new Surge(), 0, 500, 0],
    ["a busy blog's usual hour", used(30, 300), 30, 300, 0],
    ["three times a busy blog's usual hour", used(30, 300), 30, 750, 0],
  ])("lets pass %s", (_, surge, day, comments, held) => {
    expect(hour(surge, START + day * DAY, comments)).toBe(held);
  });

  it.each([
    ["a quiet blog gets 1,000 in an hour", used(30, 2), 30, 1000, 880],
    ["a new blog gets 1,000 in an hour", new Surge(), 0, 1000, 400],
  ])("holds all but the first when %s", (_, surge, day, comments, held) => {
    expect(hour(surge, START + day * DAY, comments)).toBe(held);
  });

  it("ends by itself when the hour is half as busy", () => {
    const surge = used(30, 2);
    const from = START + 30 * DAY;
    hour(surge, from, 200);
    expect(surge.over(from + HOUR)).toBe(true);
    expect(surge.over(from + 1.9 * HOUR)).toBe(false);
  });

  it("makes room when people approve what it held", () => {
    const surge = used(30, 2);
    const from = START + 30 * DAY;
    hour(surge, from, 200);
    for (let i = 0; i < 100; i++) surge.approved(from + HOUR - 1);
    expect(surge.over(from + HOUR - 1)).toBe(false);
  });

  it("is not taught by an attack: after a night of it, the next is held as well", () => {
    const surge = used(30, 2);
    for (let i = 0; i < 24; i++) hour(surge, START + 30 * DAY + i * HOUR, 1000);
    const passed = 1000 - hour(surge, START + 32 * DAY, 1000);
    expect(passed).toBeLessThanOrEqual(240);
  });

  it("goes on where it was after it was stored", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 * DAY }), { maxLength: 300 }), (gaps) => {
        const surge = new Surge();
        let now = START;
        for (const gap of gaps) {
          now += gap % 7 === 0 ? gap : gap % 20_000;
          surge.passed(now);
        }
        const again = new Surge(JSON.parse(JSON.stringify(surge.store())));
        expect(again.over(now)).toBe(surge.over(now));
        expect(again.store()).toEqual(surge.store());
      }),
      { numRuns: 50 },
    );
  });
});

describe("a comment that a surge holds", () => {
  const content =
    "I think the second loop never runs, because `i` starts at 10. Did you mean `i < 20`? I tried it with gcc 12 and got a warning there.";
  const judge = (surge: boolean, policy = aPolicy()) =>
    check(aSubject({ content, author: { name: "Ada Bauer" } }), aCorpus(), aHistory({ surge }), policy);

  it("is held by policy, with the same score", () => {
    const held = judge(true);
    expect(held).toMatchObject({ outcome: "review", policy: [{ rule: SURGE_RULE, effect: "hold" }] });
    expect(held.score).toBe(judge(false).score);
    expect(heldBySurgeAlone(held, aPolicy().thresholds)).toBe(true);
  });

  it("counts as passed only if nothing else would have held it", () => {
    const held = judge(true, aPolicy({ holdFirstTimers: true }));
    expect(heldBySurgeAlone(held, aPolicy().thresholds)).toBe(false);
    expect(heldBySurgeAlone(held, { publishBelow: 0, publishBareBelow: 0, rejectAbove: 1 })).toBe(false);
  });
});
