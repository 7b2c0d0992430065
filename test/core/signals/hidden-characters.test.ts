import { hiddenCharacters } from "../../../src/core/signals/hidden-characters.ts";
import { table } from "./table.ts";

const shown = (code: string) => `ca${code}sino`;

table(hiddenCharacters, {
  is: { name: "hidden-characters", group: "text", points: 2 },
  finds: [
    [
      "a zero-width space inside a word",
      "my ca\u200bsino",
      {
        strength: 1,
        evidence: "U+200B",
        span: {
          field: "content",
          start: 4,
          end: 7,
        },
      },
    ],
    [
      "three in a row",
      "ca\u200b\u200b\u200bsino",
      {
        strength: 1,
        evidence: "U+200B",
        span: {
          field: "content",
          start: 1,
          end: 6,
        },
      },
    ],
    [
      "nine in a row",
      `ca${"\u200b".repeat(9)}sino`,
      {
        strength: 1,
        evidence: "U+200B",
        span: {
          field: "content",
          start: 1,
          end: 12,
        },
      },
    ],
    ...[
      ["\u00ad", "U+00AD"],
      ["\u2060", "U+2060"],
      ["\ufeff", "U+FEFF"],
      ["\u200c", "U+200C"],
      ["\u200d", "U+200D"],
    ].map(
      ([code = "", evidence = ""]) =>
        [
          `${evidence} inside a word`,
          shown(code),
          { strength: 1, evidence, span: { field: "content", start: 1, end: 4 } },
        ] as const,
    ),
    [
      "inside a Cyrillic word",
      "ка\u200bзино",
      {
        strength: 1,
        evidence: "U+200B",
        span: {
          field: "content",
          start: 1,
          end: 4,
        },
      },
    ],
    [
      "inside a Greek word",
      "κα\u200bζινο",
      {
        strength: 1,
        evidence: "U+200B",
        span: {
          field: "content",
          start: 1,
          end: 4,
        },
      },
    ],
    [
      "inside a number",
      "1\u200b0",
      {
        strength: 1,
        evidence: "U+200B",
        span: {
          field: "content",
          start: 0,
          end: 3,
        },
      },
    ],
    [
      "an override of the reading direction",
      "see \u202egnp.exe",
      {
        strength: 1,
        evidence: "U+202E",
        span: {
          field: "content",
          start: 4,
          end: 5,
        },
      },
    ],
    [
      "the other override",
      "\u202dgnp.exe",
      {
        strength: 1,
        evidence: "U+202D",
        span: {
          field: "content",
          start: 0,
          end: 1,
        },
      },
    ],
  ],
  passes: [
    ["a Persian word needs its joiner", "می\u200cخواهم"],
    ["an Indic word needs its joiner", "क्\u200dष"],
    ["a family of emoji", "👨\u200d👩\u200d👧"],
    ["between words", "hello\u200b world"],
    ["a mark of the byte order at the beginning", "\ufeffHello there"],
    ["a soft hyphen at a word's end", "so\u00ad ft"],
    ["a mark of the reading direction, as Hebrew mail programs set", "\u200fשלום\u200e"],
    ["accents", "naïve café, Żółć"],
    ["plain text", "plain"],
  ],
});
