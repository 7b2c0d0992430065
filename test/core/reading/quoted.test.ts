import { describe, expect, it } from "vitest";
import { quoted, shortened } from "../../../src/core/reading/quoted.ts";

const found = (text: string, pattern: RegExp, most = 40) =>
  quoted(text, pattern.exec(text) as RegExpExecArray, most);

describe("what is quoted of a comment as evidence", () => {
  it.each([
    ["the whole words that were touched", "I really enjoyed it", /I really enjoy/, "I really enjoyed"],
    ["the word that began before", "costs 1,500 USDT", /00 USD/, "500 USDT"],
    ["no word beside it", "pay 20 € now", /\s20 €\s/, "20 €"],
    ["accents of a word", "cre\u0301me", /e\u0301/, "cre\u0301me"],
    ["no neighbour in a script without spaces", "从200元到近万元", /200元/, "200元"],
    ["no run of letters that is no word", `${"a".repeat(60)}b`, /b/, "b"],
  ])("%s", (_, text, pattern, evidence) => {
    expect(found(text, pattern)).toBe(evidence);
  });

  it("ends with a whole word where it is too long", () => {
    expect(found("one two three four five", /.+/, 12)).toBe("one two…");
    expect(found("one two three four five", /.+/, 13)).toBe("one two three…");
  });
});

describe("a shortened text", () => {
  it.each([
    ["stays, if it is short enough", "casinos, tides", 14, "casinos, tides"],
    [
      "ends before the word that would be cut",
      "casinos (in 4 spam, 0 good), tides",
      21,
      "casinos (in 4 spam, 0…",
    ],
    ["cuts a single word that is too long", "honorificabilitudinitatibus", 10, "honorific…"],
    ["cuts no character in two", "😀😀😀😀😀😀", 5, "😀😀…"],
  ])("%s", (_, text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });
});
