import { describe, expect, it } from "vitest";
import {
  oldBatchFromBytes,
  oldLessonFromBytes,
  renewed,
  subtract,
} from "../../../src/core/classifier/old-lesson.ts";
import {
  BIAS,
  HAM_TOTAL,
  hamAt,
  LESSONS,
  SPAM_TOTAL,
  spamAt,
  weightAt,
} from "../../../src/core/classifier/site-state.ts";
import { siteTold } from "./bare.ts";

const stored = [...[1, 0, 0, 0], ...[44, 1, 0, 0], ...[249, 255, 255, 255], ...[5, 0, 0, 0], ...[8, 0, 3, 0]];
const given = { label: "spam", weight: 300, step: -7, biasStep: 5, buckets: Uint16Array.of(8, 3) } as const;
/** A step of the bias of these many hundredths of an error, for a lesson of weight 1. */
const bias = (error: number) => Math.round(0.02 * error * 2 ** 20);

describe("a lesson of an earlier version", () => {
  it("is read, alone and in a batch", () => {
    expect(oldLessonFromBytes(Uint8Array.from(stored))).toEqual(given);
    const part = [...[2, 0], ...[stored.length, 0], 0x63, 0x31, ...stored];
    expect(oldBatchFromBytes(Uint8Array.from([...part, ...part]))).toEqual([
      ["c1", given],
      ["c1", given],
    ]);
    expect(oldBatchFromBytes(new Uint8Array())).toEqual([]);
  });

  it.each([
    ["spam", spamAt, SPAM_TOTAL],
    ["ham", hamAt, HAM_TOTAL],
  ] as const)("of %s is taken out of its state exactly", (label, at, total) => {
    const site = siteTold({});
    subtract(site, { ...given, label });
    const left = [...site.table.entries()].filter(([, value]) => value !== 0);
    const expected: [number, number][] = [
      [at(3), -300],
      [weightAt(3), 7],
      [at(8), -300],
      [weightAt(8), 7],
      [total, -300],
      [BIAS, -5],
      [LESSONS, -300],
    ];
    expect(left).toEqual(expected.sort(([a], [b]) => a - b));
  });

  it.each([
    ["spam", 0.5, 0],
    ["spam", 1 / (1 + Math.E), 1000],
    ["ham", -1 / (1 + Math.E), -1000],
    ["ham", -0.9526, 3000],
    ["spam", 0, 6907],
    ["ham", 0, -6907],
  ] as const)("of %s that stepped by %d was scored as told", (label, error, base) => {
    const lesson = renewed({
      label,
      weight: 1000,
      step: 1,
      biasStep: bias(error),
      buckets: Uint16Array.of(8, 3),
    });
    expect(lesson).toEqual({ label, weight: 1000, base: expect.any(Number), buckets: Uint16Array.of(3, 8) });
    expect(Math.abs(lesson.base - base)).toBeLessThan(5);
  });
});
