import { spacedLetters } from "../../../src/core/signals/spaced-letters.ts";
import { table } from "./table.ts";

table(spacedLetters, {
  is: { name: "spaced-letters", group: "text", points: 2 },
  finds: [
    [
      "five letters with spaces",
      "v i a g r",
      {
        strength: 1,
        evidence: "v i a g r",
        span: {
          field: "content",
          start: 0,
          end: 9,
        },
      },
    ],
    [
      "with dots",
      "buy c.a.s.i.n.o now",
      {
        strength: 1,
        evidence: "c.a.s.i.n.o",
        span: {
          field: "content",
          start: 4,
          end: 15,
        },
      },
    ],
    [
      "with hyphens",
      "c-a-s-i-n-o",
      {
        strength: 1,
        evidence: "c-a-s-i-n-o",
        span: {
          field: "content",
          start: 0,
          end: 11,
        },
      },
    ],
    [
      "with underscores",
      "s_p_a_m_s",
      {
        strength: 1,
        evidence: "s_p_a_m_s",
        span: {
          field: "content",
          start: 0,
          end: 9,
        },
      },
    ],
    [
      "with asterisks",
      "s*p*a*m*s",
      {
        strength: 1,
        evidence: "s*p*a*m*s",
        span: {
          field: "content",
          start: 0,
          end: 9,
        },
      },
    ],
    [
      "Cyrillic letters",
      "к а з и н о",
      {
        strength: 1,
        evidence: "к а з и н о",
        span: {
          field: "content",
          start: 0,
          end: 11,
        },
      },
    ],
    [
      "many letters: the first are told",
      "a b c d e f g h i j k l m n o p q r s t u v w x y z",
      {
        strength: 1,
        evidence: "a b c d e f g h i j k l m n o p q r s t…",
        span: {
          field: "content",
          start: 0,
          end: 51,
        },
      },
    ],
  ],
  passes: [
    ["four letters", "a b c d"],
    ["short words", "I, too, am"],
    ["a formula", "x = y + z"],
    ["digits", "1 2 3 4 5 6"],
    ["initials", "J. R. R. Tolkien and G. K. Chesterton"],
    ["an abbreviation", "the U.S.A. and e.g. that"],
    ["the last letter belongs to a word", "w x y z ab"],
    ["the first letter belongs to a word", "ab c d e f"],
    ["a word with hyphens", "well-to-do and up-to-date"],
  ],
});
