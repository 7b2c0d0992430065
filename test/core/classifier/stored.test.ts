import { describe, expect, it } from "vitest";
import { packRising, packSigned, packSmall } from "../../../src/core/classifier/packing.ts";
import {
  BIAS,
  BUCKETS,
  bucketOf,
  COUNT_UNIT,
  emptySiteState,
  HAM_TOTAL,
  hamAt,
  LESSONS,
  SPAM_TOTAL,
  siteStateFromBytes,
  spamAt,
  WEIGHT_UNIT,
  weightAt,
} from "../../../src/core/classifier/site-state.ts";
import { loadStarter } from "../../../src/core/classifier/starter.ts";
import { quantise, restore, unpack } from "../../../src/core/classifier/starter-model.ts";
import { WEAK_AFTER, WEAK_WEIGHT, weakLabel } from "../../../src/core/classifier/weak-label.ts";
import { hash } from "../../../src/core/hash.ts";

describe("a site's state", () => {
  it("lies in storage as it always did", () => {
    expect({ BUCKETS, COUNT_UNIT, WEIGHT_UNIT, SPAM_TOTAL, HAM_TOTAL, BIAS, LESSONS }).toEqual({
      BUCKETS: 8192,
      COUNT_UNIT: 1000,
      WEIGHT_UNIT: 1_048_576,
      SPAM_TOTAL: 24_576,
      HAM_TOTAL: 24_577,
      BIAS: 24_578,
      LESSONS: 24_579,
    });
    expect([spamAt(7), hamAt(7), weightAt(7)]).toEqual([21, 22, 23]);
    expect([bucketOf(8191), bucketOf(8192), bucketOf(4_294_967_295)]).toEqual([8191, 0, 8191]);
    expect(emptySiteState().table).toHaveLength(24_580);
  });

  it("is read as a copy of its bytes", () => {
    const site = emptySiteState();
    site.table[2] = -5;
    const bytes = new Uint8Array(site.table.buffer);
    expect([bytes.length, ...bytes.slice(8, 12)]).toEqual([98_320, 251, 255, 255, 255]);
    const back = siteStateFromBytes(bytes);
    bytes.fill(0);
    expect(back.table[2]).toBe(-5);
  });

  it.each([0, 98_319, 98_324])("is not %d bytes long", (length) => {
    expect(() => siteStateFromBytes(new Uint8Array(length))).toThrow(
      new RangeError(`a site state has no ${length} bytes`),
    );
  });
});

describe("the shipped model", () => {
  it.each([
    [0, 0],
    [1, 3],
    [2, 4],
    [7, 8],
    [100, 18],
    [1e9, 83],
    [1e20, 92],
  ])("stores a count of %d as %d", (count, stored) => {
    expect(quantise(count)).toBe(stored);
  });

  it("restores small counts as they were, and others within a seventh", () => {
    for (let count = 0; count <= 3; count++) expect(restore(quantise(count))).toBe(count);
    const counts = Array.from({ length: 5000 }, (_, i) => 8 + 7 * i);
    const errors = counts.map((count) => Math.abs(restore(quantise(count)) / count - 1));
    expect(Math.max(...errors)).toBeLessThan(1 / 7);
  });

  it("is unpacked whole, its tokens by the first 24 bits of their hashes", () => {
    const model = unpack({
      version: "test",
      measured: {},
      documents: { spam: 18, ham: 8 },
      bias: 1,
      scale: 2,
      shift: 3,
      steps: { weights: 0.5, logOdds: 0.25, grams: 2 },
      hashes: packRising([7, 15_625_000]),
      weights: packSigned([-3, 4]),
      logOdds: packSigned([8, -8]),
      spam: packSmall([quantise(3), 0]),
      ham: packSmall([0, quantise(1)]),
      grams: packSigned([0, 1, -2]),
    });
    const { find, logOdds, weights, grams, ...rest } = model;
    expect([7 * 256 + 255, 4_000_000_000, 8 * 256].map(find)).toEqual([0, 1, undefined]);
    expect(rest).toEqual({
      version: "test",
      documents: { spam: 18, ham: 8 },
      bias: 1,
      scale: 2,
      shift: 3,
      spam: Float32Array.of(3, 0),
      ham: Float32Array.of(0, 1),
    });
    const told = [logOdds, weights, grams].map(({ codes, values }) =>
      Array.from(codes, (code) => values[code]),
    );
    expect(told).toEqual([
      [2, -2],
      [-2.25, 4],
      [0, 2, -4],
    ]);
  });

  it("is unpacked once, and knows what a filter must know", () => {
    const model = loadStarter();
    expect(loadStarter()).toBe(model);
    const place = model.find(hash("ws:casino")) as number;
    expect((model.spam[place] as number) > (model.ham[place] as number)).toBe(true);
  });
});

describe("a weak label", () => {
  it.each([
    [0, "ham"],
    [0.0049, "ham"],
    [0.005, undefined],
    [0.5, undefined],
    [0.995, undefined],
    [0.9951, "spam"],
    [1, "spam"],
  ])("of a verdict of %d is %s", (probability, label) => {
    expect(weakLabel(probability)).toBe(label);
  });

  it("weighs three tenths, and waits a week", () => {
    expect([WEAK_WEIGHT, WEAK_AFTER]).toEqual([0.3, 7 * 24 * 60 * 60 * 1000]);
  });
});

describe("the hash that models are stored by", () => {
  it.each([
    ["", 2_872_998_923],
    ["a", 444_641_715],
    ["ws:casino", 1_271_250_539],
    ["漢字😀", 2_195_356_282],
  ])("of %s is for ever the same", (text, expected) => {
    expect(hash(text)).toBe(expected);
  });
});
