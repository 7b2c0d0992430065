import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lesson, lessonFromBytes, lessonToBytes } from "../../../src/core/classifier/learning.ts";
import { bucketOf } from "../../../src/core/classifier/site-state.ts";
import { hash } from "../../../src/core/hash.ts";
import { featuresOf } from "../../../src/core/reading/features.ts";
import { aCorpus, aPolicy, aSubject } from "../a-comment.ts";
import { anyLessons } from "./a-lesson.ts";

const comment = { content: "tide and moon" };
const subject = aSubject(comment);
const { starter } = aCorpus();

describe("a lesson", () => {
  it.each([
    ["spam", 1, 1000],
    ["ham", 0.3, 300],
    ["ham", 0.1, 100],
  ] as const)("of %s with weight %d holds thousandths", (label, weight, thousandths) => {
    expect(lesson(subject, undefined, aPolicy(), label, weight)).toMatchObject({
      label,
      weight: thousandths,
      base: 0,
    });
  });

  it("holds the buckets of the comment's tokens, the site's own as well, rising", () => {
    const named = aSubject({ ...comment, author: { name: "Ada" } });
    const { buckets } = lesson(named, undefined, aPolicy(), "spam", 1);
    const expected = featuresOf(named, aPolicy()).tokens.map((token) => bucketOf(hash(token)));
    expect([...buckets]).toEqual([...new Set(expected)].sort((a, b) => a - b));
    expect(expected).toContain(bucketOf(hash("A:ada")));
  });

  it("tells the shipped model's score, whoever teaches it", () => {
    const spam = aSubject({
      content: "Best casino bonus at http://casino.example/x",
      author: { name: "casino" },
    });
    const { base } = lesson(spam, starter, aPolicy(), "spam", 1);
    expect(base).toBeGreaterThan(2000);
    expect(Number.isInteger(base)).toBe(true);
    expect(lesson(spam, starter, aPolicy(), "ham", 0.1).base).toBe(base);
  });

  it("does not depend on the order or the repetition of words", () => {
    const taught = (content: string) => lesson(aSubject({ content }), starter, aPolicy(), "spam", 1).buckets;
    expect(taught("alpha beta gamma alpha beta gamma, tide")).toEqual(
      taught("gamma tide alpha beta, gamma beta alpha"),
    );
  });

  it.each([
    ["spam", 3],
    ["ham", 2],
  ] as const)("of %s is stored as three numbers and its buckets", (label, first) => {
    const given = { label, weight: 300, base: -7, buckets: Uint16Array.of(3, 0x1234) };
    const bytes = lessonToBytes(given);
    expect([...bytes]).toEqual([
      ...[first, 0, 0, 0],
      ...[44, 1, 0, 0],
      ...[249, 255, 255, 255],
      ...[3, 0, 0x34, 0x12],
    ]);
    expect(lessonFromBytes(bytes)).toEqual(given);
    const within = new Uint8Array([9, ...bytes]).subarray(1);
    expect(lessonFromBytes(within)).toEqual(given);
  });

  it("comes back from storage as it was, and one of an earlier version is none", () => {
    fc.assert(
      fc.property(anyLessons({ minLength: 1, maxLength: 1 }), ([one]) => {
        if (!one) return;
        const { label, weight, base, buckets } = one;
        expect(lessonFromBytes(lessonToBytes(one))).toEqual({ label, weight, base, buckets });
      }),
    );
    expect(lessonFromBytes(Uint8Array.of(...[1, 0, 0, 0], ...Array(12).fill(0)))).toBeUndefined();
  });
});
