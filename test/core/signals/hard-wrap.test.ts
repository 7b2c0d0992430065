import { hardWrap } from "../../../src/core/signals/hard-wrap.ts";
import { table } from "./table.ts";

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
