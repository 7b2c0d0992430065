import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateOf } from "../../../src/core/classifier/learning.ts";
import {
  BIAS,
  emptySiteState,
  HAM_TOTAL,
  hamAt,
  LESSONS,
  SPAM_TOTAL,
  spamAt,
  WEIGHT_UNIT,
  weightAt,
} from "../../../src/core/classifier/site-state.ts";
import { aLesson, anyLessons, bits } from "./a-lesson.ts";
import { siteTold } from "./bare.ts";

const weight = (state: ReturnType<typeof stateOf>, at: number) => (state.table[at] as number) / WEIGHT_UNIT;

describe("what lessons make", () => {
  it("is the same to the bit in whatever order they come", () => {
    fc.assert(
      fc.property(
        anyLessons({ maxLength: 30 }).chain((lessons) =>
          fc.tuple(fc.constant(lessons), fc.shuffledSubarray(lessons, { minLength: lessons.length })),
        ),
        ([lessons, shuffled]) => {
          expect(bits(stateOf(shuffled))).toBe(bits(stateOf(lessons)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("depends on nothing but what they teach: not on ids, times, addresses or sources", () => {
    fc.assert(
      fc.property(anyLessons({ maxLength: 20 }), (lessons) => {
        const others = lessons.map((one) => ({
          ...one,
          ...aLesson(),
          ...taughtBy(one),
          id: `other ${one.id}`,
        }));
        expect(bits(stateOf(others))).toBe(bits(stateOf(lessons)));
      }),
      { numRuns: 30 },
    );
  });

  it("is nothing for none, and leaves what was learned before as it was", () => {
    expect(bits(stateOf([]))).toBe(bits(emptySiteState()));
    const before = siteTold({ weights: { tide: 1.25 }, counts: { tide: [6, 1] }, spam: 20, ham: 30 });
    const kept = bits(before);
    expect(bits(stateOf([], before))).toBe(kept);
    stateOf([aLesson()], before);
    expect(bits(before)).toBe(kept);
  });

  it.each([
    ["spam", spamAt, SPAM_TOTAL],
    ["ham", hamAt, HAM_TOTAL],
  ] as const)("counts %s with its weight on its side", (label, at, total) => {
    const state = stateOf([aLesson({ label, weight: 300 }), aLesson({ id: "2", label, weight: 1000 })]);
    expect([state.table[at(3)], state.table[at(8)], state.table[total], state.table[LESSONS]]).toEqual(
      Array(4).fill(1300),
    );
    expect(Math.sign(weight(state, weightAt(3)))).toBe(label === "spam" ? 1 : -1);
    expect(state.table.filter((value) => value !== 0)).toHaveLength(2 + 2 + 3);
  });

  it("starts from what was learned before", () => {
    const before = siteTold({ spam: 2, ham: 1 });
    before.table[weightAt(3)] = 5 * WEIGHT_UNIT;
    const state = stateOf([aLesson()], before);
    expect([state.table[SPAM_TOTAL], state.table[HAM_TOTAL]]).toEqual([3000, 1000]);
    expect(weight(state, weightAt(3))).toBeGreaterThan(5);
    expect(weight(state, weightAt(3))).toBeLessThan(5.1);
  });

  it("steps by what the shipped model leaves to explain", () => {
    const weightAfter = (base: number) => weight(stateOf([aLesson({ base })]), weightAt(3));
    expect(weightAfter(-4000)).toBeGreaterThan(weightAfter(2000));
    expect(weightAfter(2000)).toBeGreaterThan(weightAfter(4000));
    expect(weightAfter(4000)).toBeGreaterThan(0);
    expect(weightAfter(9000)).toBeLessThan(0.01);
  });

  it("fits what it was taught, however the words are shared", () => {
    const lessons = [
      aLesson({ id: "1", buckets: Uint16Array.of(1, 2) }),
      aLesson({ id: "2", label: "ham", buckets: Uint16Array.of(1, 3) }),
    ];
    const state = stateOf(lessons);
    const score = (buckets: readonly number[]) =>
      buckets.reduce((sum, bucket) => sum + weight(state, weightAt(bucket)), weight(state, BIAS));
    expect(score([1, 2])).toBeGreaterThan(1);
    expect(score([1, 3])).toBeLessThan(-1);
    expect(Math.abs(score([1]))).toBeLessThan(0.5);
  });

  it("is not owned by its first lesson: that moves no comment by much more than two, in log-odds, not even its own", () => {
    const long = Array.from({ length: 200 }, (_, i) => i);
    for (const [base, label] of [
      [-9000, "spam"],
      [9000, "ham"],
    ] as const) {
      for (const buckets of [[7], [7, 8, 9], long]) {
        const state = stateOf([aLesson({ base, label, buckets: Uint16Array.from(buckets) })]);
        const moved = buckets.reduce((sum, bucket) => sum + Math.abs(weight(state, weightAt(bucket))), 0);
        expect(moved).toBeLessThan(2.11);
        expect(moved).toBeGreaterThan(1.9);
        expect(Math.abs(weight(state, BIAS))).toBeLessThan(0.21);
      }
    }
  });

  it("moves what shares no word with a lesson by little, however long it is and whatever it says", () => {
    fc.assert(
      fc.property(
        anyLessons({ minLength: 20, maxLength: 60 }),
        fc.integer({ min: -9000, max: 9000 }),
        (many, base) => {
          const stranger = aLesson({
            id: "stranger",
            base,
            buckets: Uint16Array.from({ length: 200 }, (_, i) => 1000 + i),
          });
          const moved = (["spam", "ham"] as const).map((label) => {
            const [without, afterwards] = [stateOf(many), stateOf([...many, { ...stranger, label }])];
            return (
              Math.abs(weight(afterwards, BIAS) - weight(without, BIAS)) +
              Array.from({ length: 61 }, (_, i) => i).reduce(
                (sum, bucket) =>
                  sum + Math.abs(weight(afterwards, weightAt(bucket)) - weight(without, weightAt(bucket))),
                0,
              ) /
                61
            );
          });
          expect(Math.max(...moved)).toBeLessThan(0.5);
        },
      ),
      { numRuns: 40 },
    );
  });
});

const taughtBy = ({ label, weight, base, buckets }: ReturnType<typeof aLesson>) => ({
  label,
  weight,
  base,
  buckets,
});
