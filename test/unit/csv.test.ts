import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { csv } from "../../src/ui/history/csv.ts";

const FORMULA = /^[\s\p{C}"`]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
const written = (cell: string) => papaparse.parse<string[]>(csv([["x", cell]])).data[0]?.[1];

describe("a cell of an export", () => {
  it.each([
    ["=1+2", "'=1+2"],
    ["=1+2\nBob", "'=1+2\nBob"],
    ["Bob\n=1+2", "Bob\n'=1+2"],
    ["Bob\r+1", "Bob\r'+1"],
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r'=1"],
    ["  -1", "'  '-1"],
    ["\u00a0\ufeff@SUM(A1)", "'\u00a0\ufeff'@SUM(A1)"],
    ["\u200b=1", "'\u200b'=1"],
    ['"=1', "'\"'=1"],
    ["Bob;=1", "Bob;'=1"],
    ['Bob"; "=1', `Bob";' "'=1`],
    ["＝1", "'＝1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠A1", "'＠A1"],
  ])("that could start a formula is text: %j", (cell, text) => {
    expect(written(cell)).toBe(text);
  });

  it.each(["Bob", "a=b", "well-known", "kim@post.example", "1 + 2", "", "see: a, -b"])(
    "that could not is as it was: %j",
    (cell) => {
      expect(written(cell)).toBe(cell);
    },
  );

  it("starts no formula, whatever is in it and wherever a reader parts it", () => {
    const piece = fc.constantFrom(..."=+-@＝＋－＠;,\t\r\n\"'` ab\u200b", "\r\n", "=1+2");
    const cell = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        (rows) => {
          const text = csv(rows);
          for (const delimiter of [",", ";", "\t"])
            for (const found of papaparse.parse<string[]>(text, { delimiter }).data.flat())
              expect(found).not.toMatch(FORMULA);
        },
      ),
    );
  });
});
