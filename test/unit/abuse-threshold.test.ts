import { describe, expect, it } from "vitest";
import { squared } from "../../src/core/classifier/packing.ts";
import { STEP, stepsOf } from "../../src/lab/abuse/fit.ts";
import { flaggedShare, type Judged, tellingLanguages, thresholdOf } from "../../src/lab/abuse/judged.ts";

const row = (score: number, given: Partial<Judged["example"]> = {}): Judged => ({
  example: { abuse: false, blog: true, language: "en", ...given },
  score,
});
const rows = (n: number, given: Partial<Judged["example"]> = {}) =>
  Array.from({ length: n }, (_, i) => row(i, given));

describe("the threshold of abuse", () => {
  it("leaves two good comments in a thousand above it", () => {
    const judged = rows(1000);
    const threshold = thresholdOf(judged);
    expect(judged.filter(({ score }) => score >= threshold)).toHaveLength(2);
  });

  it("is that of the language that needs the highest; those with too few comments are not heard", () => {
    const german = rows(1000, { language: "de" }).map((one) => ({ ...one, score: one.score + 50 }));
    const few = rows(199, { language: "fr" }).map((one) => ({ ...one, score: 1e6 }));
    expect(thresholdOf([...rows(1000), ...german, ...few])).toBe(thresholdOf(german));
    expect(tellingLanguages([...rows(1000), ...german, ...few])).toEqual(["de", "en"]);
  });

  it("flags shares of a set's rows with and without abuse, never of blogs", () => {
    const set = [
      row(1, { blog: false, abuse: true }),
      row(3, { blog: false, abuse: true }),
      row(3, { blog: false }),
    ];
    const judged = [...rows(10), ...set];
    expect([true, false].map((abuse) => flaggedShare(judged, abuse, 3))).toEqual([0.5, 1]);
    expect(flaggedShare(rows(10), true, 3)).toBeNull();
  });
});

describe("a weight of the abuse model", () => {
  it("is kept by steps of its root: small ones finely, large ones whole", () => {
    const kept = (weight: number) => squared(stepsOf(weight) * STEP);
    for (const weight of [0.02, 0.3, 1, 5, 20, -0.02, -5])
      expect(Math.abs(kept(weight) - weight)).toBeLessThan(STEP * Math.sqrt(Math.abs(weight)) + STEP ** 2);
    expect(Math.sign(kept(-3))).toBe(-1);
    expect(kept(1000)).toBe(kept(2000));
  });
});
