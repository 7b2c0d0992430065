import { describe, expect, it } from "vitest";
import { column } from "../../src/cli/demo/table.ts";

describe("a column of the demonstration's table", () => {
  it.each([
    ["is filled", "abc", 5, "abc  "],
    ["is cut", "abcdef", 3, "abc"],
    ["counts wide characters twice", "漢字漢字", 5, "漢字 "],
    ["lets nothing act on the terminal", "a\u001b[31m\u202eb", 8, "a [31m b"],
  ])("%s", (_, text, columns, expected) => {
    expect(column(text, columns)).toBe(expected);
  });
});
