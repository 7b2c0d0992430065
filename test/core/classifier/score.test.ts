import { describe, expect, it } from "vitest";
import { scoreOfGrams } from "../../../src/core/classifier/grams.ts";
import { bucketsOf, scoreTokens } from "../../../src/core/classifier/score.ts";
import { BIAS, bucketOf, WEIGHT_UNIT } from "../../../src/core/classifier/site-state.ts";
import type { StarterModel } from "../../../src/core/classifier/starter-model.ts";
import { hash } from "../../../src/core/hash.ts";
import { siteTold } from "./bare.ts";

const known = ["tide", "moon", "name"];
const starter: StarterModel = {
  version: "test",
  documents: { spam: 10, ham: 10 },
  bias: 0.5,
  scale: 0.75,
  shift: -0.25,
  find: (hashed) => {
    const place = known.findIndex((token) => hash(token) === hashed);
    return place < 0 ? undefined : place;
  },
  logOdds: { codes: Uint8Array.of(0, 1, 2), values: Float32Array.of(2, -4, 8) },
  weights: { codes: Uint8Array.of(0, 1, 2), values: Float32Array.of(0.5, 1, 16) },
  spam: Float32Array.of(3, 0, 9),
  ham: Float32Array.of(1, 5, 9),
  grams: {
    codes: Uint8Array.from({ length: 65_536 }, (_, bucket) => bucket % 3),
    values: Float32Array.of(0, 3, -1),
  },
};
const empty = siteTold({});
const said = (tokens: string[], siteOnly = 0, folded = "") => ({
  hashes: Uint32Array.from(tokens, hash),
  siteOnly,
  subject: { folded, known: [], kinds: 0 },
});

describe("the shipped model's points", () => {
  it("are the scaled sum of weight and log-odds over the root of the known tokens", () => {
    const { points, baseline } = scoreTokens(said(["tide", "moon", "unknown"]), { starter, site: empty });
    expect([...points]).toEqual([0.75 * (0.5 + 2 / Math.SQRT2), 0.75 * (1 - 4 / Math.SQRT2), 0]);
    expect(baseline).toBe(0.75 * 0.5 - 0.25);
  });

  it("are none for tokens that only the site may know", () => {
    const { points } = scoreTokens(said(["tide", "moon", "name"], 2), { starter, site: empty });
    expect([...points]).toEqual([0.75 * 2.5, 0, 0]);
  });

  it("of letters are what they are worth by its weights, scaled, apart from the tokens", () => {
    const { subject, ...tokens } = said([], 0, "a text");
    const worth = scoreOfGrams(subject, starter.grams);
    const { letters, points } = scoreTokens({ subject, ...tokens }, { starter, site: empty });
    expect(worth).not.toBe(0);
    expect([letters, [...points]]).toEqual([0.75 * worth, []]);
    expect(scoreTokens({ subject, ...tokens }, { starter: undefined, site: empty }).letters).toBe(0);
  });

  it("are none without it, and none without tokens", () => {
    const { points, baseline } = scoreTokens(said(["tide"]), { starter: undefined, site: empty });
    expect([[...points], baseline]).toEqual([[0], 0]);
    expect([...scoreTokens(said([]), { starter, site: empty }).points]).toEqual([]);
  });
});

describe("the site's own points", () => {
  it("are its weights, and its bias goes into the baseline", () => {
    const site = siteTold({ weights: { tide: 1.25, moon: -2 } });
    site.table[BIAS] = -3 * WEIGHT_UNIT;
    const { points, baseline } = scoreTokens(said(["tide", "moon"]), { starter, site });
    expect(points[0]).toBeCloseTo(0.75 * (0.5 + 2 / Math.SQRT2) + 1.25, 12);
    expect(points[1]).toBeCloseTo(0.75 * (1 - 4 / Math.SQRT2) - 2, 12);
    expect(baseline).toBe(0.125 - 3);
  });

  it("grow with what it knows: Bayes, drawn to zero for what was seen seldom", () => {
    const site = siteTold({ counts: { tide: [6, 0], moon: [1, 3] }, spam: 20, ham: 30 });
    const { points } = scoreTokens(said(["tide", "moon", "new"]), { starter: undefined, site });
    const factor = ((1.5 / Math.sqrt(3)) * 20) / 30;
    const tide = (Math.log(6.3 / 20.6) - Math.log(0.3 / 30.6)) * (6 / 7);
    const moon = (Math.log(1.3 / 20.6) - Math.log(3.3 / 30.6)) * (4 / 5);
    expect(points[0]).toBeCloseTo(factor * tide, 12);
    expect(points[1]).toBeCloseTo(factor * moon, 12);
    expect(points[2]).toBe(0);
  });

  it("are none while it knows one side only", () => {
    const site = siteTold({ counts: { tide: [6, 0] }, spam: 20, ham: 0 });
    expect([...scoreTokens(said(["tide"]), { starter: undefined, site }).points]).toEqual([0]);
  });

  it("count a bucket once, whoever falls into it", () => {
    const site = siteTold({ weights: { tide: 2 } });
    const twice = said(["tide", "tide"]);
    const { points } = scoreTokens(twice, { starter: undefined, site });
    expect([[...points], [...bucketsOf(twice.hashes)]]).toEqual([[2, 0], [bucketOf(hash("tide"))]]);
  });
});
