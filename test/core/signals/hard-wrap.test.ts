import fc from "fast-check";
import { expect, it } from "vitest";
import { read } from "../../../src/core/reading/subject.ts";
import { hardWrap } from "../../../src/core/signals/hard-wrap.ts";
import { aComment } from "../a-comment.ts";
import { table } from "./table.ts";

it("is where a small letter or a comma, a break and a small letter stand behind one another", () => {
  const piece = fc.constantFrom("a", "B", "é", "𝓪", "\ud835", ",", ".", " ", "\r", "\n", "\n", "漢");
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 12 }), (content) => {
      const match = /[\p{Ll},] ?\r?\n ?\p{Ll}/u.exec(content);
      const span = match && { field: "content", start: match.index, end: match.index + match[0].length };
      expect(hardWrap.detect(read(aComment({ content }), []))?.span ?? null).toEqual(span);
    }),
    { numRuns: 1000 },
  );
});

table(hardWrap, {
  is: { name: "hard-wrap", group: "text" },
  finds: [
    [
      "a line ends within a sentence",
      "this was posted by a\ntool that breaks lines",
      {
        strength: 1,
        evidence: "line break inside a sentence",
        span: {
          field: "content",
          start: 19,
          end: 22,
        },
      },
    ],
    [
      "after a comma",
      "first,\nsecond",
      {
        strength: 1,
        evidence: "line break inside a sentence",
        span: {
          field: "content",
          start: 5,
          end: 8,
        },
      },
    ],
    [
      "with spaces and a carriage return",
      "posted by a \r\n tool",
      {
        strength: 1,
        evidence: "line break inside a sentence",
        span: {
          field: "content",
          start: 10,
          end: 16,
        },
      },
    ],
    [
      "in Cyrillic",
      "первая\nвторая",
      {
        strength: 1,
        evidence: "line break inside a sentence",
        span: {
          field: "content",
          start: 5,
          end: 8,
        },
      },
    ],
  ],
  passes: [
    ["a new paragraph", "One paragraph.\n\nAnother one."],
    ["a blank line between small letters", "one\n\nanother"],
    ["a list", "- a list\n- of things"],
    ["a new sentence", "It ends.\nand goes on"],
    ["a capital goes on", "it ends\nAnd goes on"],
    ["capitals", "HELLO\nWORLD"],
    ["two spaces before the line's end, as Markdown wants", "a line  \nanother"],
    ["numbers", "1\n2"],
    ["one line", "one line"],
  ],
});
