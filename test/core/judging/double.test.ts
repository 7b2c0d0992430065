import { describe, expect, it } from "vitest";
import { doubleRule, isDoubleRule } from "../../../src/core/judging/double.ts";

describe("the rule of a comment sent twice", () => {
  it("names the first one, and is told from other rules by it", () => {
    expect(doubleRule("c1")).toBe("double of c1");
    expect([doubleRule("c1"), "blocked: double of c1"].map(isDoubleRule)).toEqual([true, false]);
  });
});
