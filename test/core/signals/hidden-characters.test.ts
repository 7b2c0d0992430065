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
    ...[
      ["\u2062", "U+2062"],
      ["\u2068", "U+2068"],
      ["\u034f", "U+034F"],
      ["\u180e", "U+180E"],
    ].map(
      ([code = "", evidence = ""]) =>
        [
          `${evidence}, which nobody sees either`,
          shown(code),
          { strength: 1, evidence, span: { field: "content", start: 1, end: 4 } },
        ] as const,
    ),
    [
      "before the dot of a host",
      "evil\u2060.example",
      { strength: 1, evidence: "U+2060", span: { field: "content", start: 3, end: 7 } },
    ],
    [
      "behind the dot of a host",
      "evil.\u200bexample",
      { strength: 1, evidence: "U+200B", span: { field: "content", start: 3, end: 7 } },
    ],
    [
      "as a character reference",
      { content: "ca&#8203;sino", format: "html" },
      { strength: 1, evidence: "U+200B", span: { field: "content", start: 1, end: 4 } },
    ],
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
    ["an emoji that holds a laptop, and a heart in colour", "see 👩\u200d💻 and ❤\ufe0f, 1\ufe0f\u20e3"],
    ["between words", "hello\u200b world"],
    ["between sentences", "An end.\u200bNext"],
    ["a character reference in a plain text, which shows it", "ca&#8203;sino"],
    ["a mark of the byte order at the beginning", "\ufeffHello there"],
    ["a soft hyphen at a word's end", "so\u00ad ft"],
    ["a mark of the reading direction, as Hebrew mail programs set", "\u200fשלום\u200e"],
    ["accents", "naïve café, Żółć"],
    ["plain text", "plain"],
  ],
});
