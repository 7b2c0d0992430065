import { describe, expect, it } from "vitest";
import {
  learn,
  lesson,
  lessonFromBytes,
  lessonToBytes,
  unlearn,
} from "../../../src/core/classifier/lesson.ts";
import {
  BIAS,
  bucketOf,
  HAM_TOTAL,
  hamAt,
  LESSONS,
  SPAM_TOTAL,
  spamAt,
  weightAt,
} from "../../../src/core/classifier/site-state.ts";
import { hash } from "../../../src/core/hash.ts";
import type { Label } from "../../../src/core/judging/decision.ts";
import { featuresOf } from "../../../src/core/reading/features.ts";
import { aPolicy, aSubject } from "../a-comment.ts";
import { siteTold, type Told } from "./bare.ts";

const comment = { content: "tide and moon" };
const subject = aSubject(comment);
const taught = (label: Label, weight: number, told: Told = {}, lessons = 0) => {
  const site = siteTold(told);
  site.table[LESSONS] = lessons * 1000;
  return lesson(subject, { starter: undefined, site }, aPolicy(), label, weight);
};
const steps = ({ label, weight, step, biasStep }: ReturnType<typeof taught>) => [
  label,
  weight,
  step,
  biasStep,
];

/** A step at the state's unit, 2^20. */
const units = (step: number) => Math.round(step * 2 ** 20);

describe("a lesson", () => {
  it.each([
    ["spam", 1, 0, ["spam", 1000, units(0.45 * 0.5), units(0.02 * 0.5)]],
    ["ham", 1, 0, ["ham", 1000, units(0.45 * -0.5), units(0.02 * -0.5)]],
    ["spam", 0.3, 0, ["spam", 300, units(0.3 * 0.45 * 0.5), units(0.3 * 0.02 * 0.5)]],
    ["spam", 1, 30, ["spam", 1000, units(0.3 * 0.5), units(0.02 * 0.5)]],
    ["spam", 1, 90, ["spam", 1000, units(0.225 * 0.5), units(0.02 * 0.5)]],
  ] as const)(
    "of %s with weight %d after %d others steps by the error",
    (label, weight, lessons, expected) => {
      expect(steps(taught(label, weight, {}, lessons))).toEqual(expected);
    },
  );

  it("teaches little of what is known", () => {
    const told = { weights: { "ws:tide": 4 } };
    const error = 1 - 1 / (1 + Math.exp(-4));
    expect(steps(taught("spam", 1, told))).toEqual(["spam", 1000, units(0.45 * error), units(0.02 * error)]);
  });

  it("holds the buckets of the comment's tokens, the site's own as well", () => {
    const named = aSubject({ ...comment, author: { name: "Ada" } });
    const { buckets } = lesson(named, { starter: undefined, site: siteTold({}) }, aPolicy(), "spam", 1);
    const expected = featuresOf(named, aPolicy()).tokens.map((token) => bucketOf(hash(token)));
    expect([...buckets]).toEqual([...new Set(expected)]);
    expect(expected).toContain(bucketOf(hash("A:ada")));
  });

  it.each([
    ["spam", spamAt, SPAM_TOTAL],
    ["ham", hamAt, HAM_TOTAL],
  ] as const)("of %s adds to its side, and takes away the same", (label, at, total) => {
    const site = siteTold({});
    const given = { label, weight: 300, step: -7, biasStep: 5, buckets: Uint16Array.of(3, 8) };
    learn(site, given);
    const added = [...site.table.entries()].filter(([, value]) => value !== 0);
    const expected: [number, number][] = [
      [at(3), 300],
      [weightAt(3), -7],
      [at(8), 300],
      [weightAt(8), -7],
      [total, 300],
      [BIAS, 5],
      [LESSONS, 300],
    ];
    expect(added).toEqual(expected.sort(([a], [b]) => a - b));
    unlearn(site, given);
    expect(site.table.some((value) => value !== 0)).toBe(false);
  });

  it.each([
    ["spam", 1],
    ["ham", 0],
  ] as const)("of %s is stored as four numbers and its buckets", (label, first) => {
    const given = { label, weight: 300, step: -7, biasStep: 5, buckets: Uint16Array.of(3, 0x1234) };
    const bytes = lessonToBytes(given);
    expect([...bytes]).toEqual([
      ...[first, 0, 0, 0],
      ...[44, 1, 0, 0],
      ...[249, 255, 255, 255],
      ...[5, 0, 0, 0],
      ...[3, 0, 0x34, 0x12],
    ]);
    expect(lessonFromBytes(bytes)).toEqual(given);
    const within = new Uint8Array([9, ...bytes]).subarray(1);
    expect(lessonFromBytes(within)).toEqual(given);
  });
});
