import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracyOf, rate } from "../../../src/core/explaining/accuracy.ts";

const rounded = ({ share, low, high }: ReturnType<typeof rate>) =>
  [share, low, high].map((value) => (value === null ? null : Math.round(value * 1000) / 1000));

describe("a rate", () => {
  // Checked against the published table of R. G. Newcombe, Two-sided confidence intervals for the single proportion (1998).
  it.each([
    [81, 263, [0.308, 0.255, 0.366]],
    [15, 148, [0.101, 0.062, 0.16]],
    [0, 20, [0, 0, 0.161]],
    [1, 29, [0.034, 0.006, 0.172]],
    [29, 29, [1, 0.883, 1]],
    [0, 0, [null, 0, 1]],
  ])("of %d in %d has Wilson's interval", (part, of, expected) => {
    expect(rounded(rate(part, of))).toEqual(expected);
  });

  it("lies in its interval, which shrinks as cases come in and mirrors when right and wrong are swapped", () => {
    const cases = fc.tuple(fc.nat(1000), fc.nat(1000)).filter(([part, rest]) => part + rest > 0);
    fc.assert(
      fc.property(cases, ([part, rest]) => {
        const of = part + rest;
        const { low, high, share } = rate(part, of);
        expect(low <= (share as number) && (share as number) <= high).toBe(true);
        const more = rate(part * 10, of * 10);
        expect(more.high - more.low).toBeLessThan(high - low);
        const mirrored = rate(rest, of);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        expect(mirrored.high).toBeCloseTo(1 - low, 10);
      }),
    );
  });
});

describe("the accuracy", () => {
  it("counts spam and ham by what people said, and a discarded comment as neither", () => {
    const { precision, recall, missed, published, hamLost } = accuracyOf([
      { outcome: "reject", decision: "spam", count: 6 },
      { outcome: "reject", decision: "approve", count: 2 },
      { outcome: "reject", decision: "discard", count: 9 },
      { outcome: "review", decision: "spam", count: 3 },
      { outcome: "review", decision: "approve", count: 5 },
      { outcome: "publish", decision: "spam", count: 1 },
      { outcome: "publish", decision: "approve", count: 3 },
      { outcome: "publish", decision: "spam", count: 2 },
    ]);
    const cases = [precision, recall, missed, published].map(({ part, of }) => [part, of]);
    expect(cases).toEqual([
      [6, 8],
      [6, 12],
      [3, 12],
      [3, 6],
    ]);
    expect(hamLost).toBe(2);
  });
});
