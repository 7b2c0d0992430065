import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_DEEP, MOST_VALUES, shapeFault } from "../../src/http/guards/body.ts";

const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const many = (values: number) => `[${Array(values).fill("0").join(",")}]`;
const TOO_DEEP = `The body may be nested ${MOST_DEEP} deep.`;
const TOO_MANY = `The body may hold ${MOST_VALUES} values.`;

describe("the shape of a text of JSON", () => {
  it.each([
    ["lists in lists", deep(MOST_DEEP), undefined],
    ["lists in lists", deep(MOST_DEEP + 1), TOO_DEEP],
    ["lists that do not end", "[".repeat(250_000), TOO_DEEP],
    ["objects that do not end", '{"a":'.repeat(50_000), TOO_DEEP],
    ["lists beside lists", `[${Array(MOST_VALUES).fill("[]").join(",")}]`, undefined],
    ["as many values", many(MOST_VALUES), undefined],
    ["one value more", many(MOST_VALUES + 1), TOO_MANY],
    ["brackets and commas in texts", JSON.stringify({ a: "[{,".repeat(20_000), "[[[,": 1 }), undefined],
    ["escaped quotes in texts", JSON.stringify({ a: '"[\\"'.repeat(20_000) }), undefined],
    ["a text that does not end", `"${"[".repeat(20_000)}`, undefined],
    ["nothing", "", undefined],
  ])("is looked at before it is parsed: %s", (_, text, fault) => {
    expect(shapeFault(text)).toBe(fault);
  });

  it("is no fault of whatever is not deep and not much", () => {
    fc.assert(fc.property(fc.json({ depthSize: "small" }), (text) => shapeFault(text) === undefined));
  });
});
