import { describe, expect, it } from "vitest";
import { change, type Preview } from "../../src/contract/preview.ts";
import { adviceOf } from "../../src/ui/dashboard/advice.ts";
import { niceTop } from "../../src/ui/dashboard/charts.tsx";

const COMMENTS = 100;
type Args = [seen: number, spam?: number, good?: number];
const meant = (seen: number, spam = 0, good = 0): Preview => ({
  comments: COMMENTS,
  seen: change(30, seen),
  spamPublished: change(1, 1 + spam),
  hamRejected: change(0, good),
  scale: [],
  examples: [],
});

describe("what an owner is advised", () => {
  it.each([
    ["the setting that shows fewest", [40, 0], [30, 0], [10, 0], "light", 10],
    ["one that shows fewer at one slip for ten", [40, 0], [30, 0], [20, 1], "light", 20],
    ["the one without a slip, where two show as few", [20, 0], [20, 1], [30, 0], "careful", 20],
    ["nothing, where every slip spares fewer than ten", [40, 0], [30, 0], [21, 1], undefined, 0],
    ["nothing, where no setting shows fewer", [40, 0], [30, 0], [30, 0], undefined, 0],
  ] as [string, Args, Args, Args, string | undefined, number][])(
    "is %s",
    (_, careful, balanced, light, setting, later) => {
      const advice = adviceOf({
        careful: meant(...careful),
        balanced: meant(...balanced),
        light: meant(...light),
      });
      expect(advice).toMatchObject(
        setting === undefined
          ? { kind: "none", comments: COMMENTS }
          : { kind: "fewer", setting, now: 30, later },
      );
    },
  );

  it("is nothing where too few comments have come", () => {
    const few = { ...meant(0), comments: 19 };
    expect(adviceOf({ careful: few, balanced: few, light: few })).toEqual({ kind: "few" });
  });
});

describe("the top of a chart", () => {
  it("is an even number that people count in, and no column is higher", () => {
    const tops = [0, 1, 2, 3, 7, 11, 32, 99, 101, 640].map((most) => [most, niceTop(most)]);
    expect(tops).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
      [3, 4],
      [7, 8],
      [11, 20],
      [32, 40],
      [99, 100],
      [101, 200],
      [640, 800],
    ]);
  });
});
