import { describe, expect, it } from "vitest";
import { byLimits, places, rowOf } from "../../src/lab/presets/by-limits.ts";
import type { Scored } from "../../src/lab/training/evaluate.ts";

const LIMITS = { publishBareBelow: 0.5, publishBelow: 0.02, rejectAbove: 0.99 };
const row = (spam: boolean, payload: boolean, score: number, other: Partial<Scored> = {}): Scored => ({
  source: "a",
  spam,
  payload,
  score,
  language: "en",
  dump: false,
  priors: 0,
  ...other,
});
const rows = [
  row(false, false, -0.1),
  row(false, false, 0.1),
  row(false, true, -4),
  row(false, true, -3),
  row(false, true, 3.6, { priors: 1 }),
  row(true, false, -1),
  row(true, true, -5),
  row(true, true, 5),
];

describe("a pair of publish limits", () => {
  const found = byLimits(rows, LIMITS);

  it("is measured by what it publishes and rejects, apart by what holds something to follow", () => {
    expect(found).toEqual({
      good: { published: 2, of: 5 },
      goodBare: { published: 1, of: 2 },
      goodRejected: 1,
      spamWithPayload: { published: 1, of: 2 },
      spamBare: { published: 1, of: 1 },
    });
  });

  it("makes a row of a table", () => {
    expect(rowOf("blogs", LIMITS, found)).toBe(
      "| blogs | 0.5 / 0.02 / 0.99 | 40.0 % | 50.0 % | 1 | 1 of 2 | 1 of 1 |",
    );
  });

  it("is measured by place, each comment in one at most", () => {
    const all = [
      row(false, false, 0),
      row(false, false, 0, { source: "b", dump: true }),
      row(true, true, 0, { source: "c" }),
    ];
    const counts = places.map(([name, has]) => [name, all.filter((one) => has(one, ["a"])).length]);
    expect(counts).toEqual([
      ["blogs", 1],
      ["WordPress sites", 1],
      ["chats, forms, other languages", 1],
    ]);
  });
});
