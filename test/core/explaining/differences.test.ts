import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences } from "../../../src/core/explaining/differences.ts";

const marked = (text: string, ...others: string[]) =>
  differences(text, others).map(({ start, end }) => text.slice(start, end));

describe("where a wave differs", () => {
  it.each([
    ["Great read! Try the slots.", ["Nice post! Try the slots."], ["Great read"]],
    [
      "Get 200% at luck-77.example/a now",
      ["Get 250% at luck-78.example/b now"],
      ["200", "luck-77.example/a"],
    ],
    ["one two three", ["one two three"], []],
    ["one two three", ["one three", "one two"], ["two three"]],
    ["one two", ["ONE two three"], []],
    ["one two", [""], ["one two"]],
    ["", ["one"], []],
    ["سلام يا أصدقاء", ["سلام يا أحباب"], ["أصدقاء"]],
    ["one two", [], []],
  ])("%s", (text, others, expected) => {
    expect(marked(text, ...others)).toEqual(expected);
  });

  it("is nowhere in a text beside itself, and within the text whatever the others", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.array(fc.string({ maxLength: 80 }), { maxLength: 3 }),
        (text, others) => {
          expect(differences(text, [text])).toEqual([]);
          let at = 0;
          for (const { start, end } of differences(text, others)) {
            expect([start >= at, end > start, end <= text.length]).toEqual([true, true, true]);
            at = end;
          }
        },
      ),
    );
  });
});
