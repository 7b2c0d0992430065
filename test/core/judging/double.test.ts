import { describe, expect, it } from "vitest";
import { doubleRule, isDouble, isDoubleRule } from "../../../src/core/judging/double.ts";

describe("a comment sent twice", () => {
  it("is known by the kind of its rule", () => {
    expect(isDouble({ policy: [{ kind: "link" }, { kind: "double" }] })).toBe(true);
    expect(isDouble({ policy: [{ kind: "link" }] })).toBe(false);
    expect(isDouble({ policy: [] })).toBe(false);
  });

  it("is named with the first one, and told from other rules by it", () => {
    expect(doubleRule("c1")).toBe("double of c1");
    expect([doubleRule("c1"), "blocked: double of c1"].map(isDoubleRule)).toEqual([true, false]);
  });
});
