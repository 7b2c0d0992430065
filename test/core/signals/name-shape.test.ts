import { nameShape } from "../../../src/core/signals/name-shape.ts";
import { table } from "./table.ts";

table(nameShape, {
  is: { name: "name-shape", group: "author" },
  finds: [
    [
      "one word with a capital",
      { author: { name: "Ada" } },
      {
        strength: 0.25,
        evidence: "Ada",
        span: {
          field: "author.name",
          start: 0,
          end: 3,
        },
        variants: ["1 words", "Name"],
      },
    ],
    [
      "two words with capitals",
      { author: { name: "Ada Bauer" } },
      {
        strength: 0.375,
        evidence: "Ada Bauer",
        span: {
          field: "author.name",
          start: 0,
          end: 9,
        },
        variants: ["2 words", "Name Name"],
      },
    ],
    [
      "an initial between them",
      { author: { name: "Ada M. Bauer" } },
      {
        strength: 0.5,
        evidence: "Ada M. Bauer",
        span: {
          field: "author.name",
          start: 0,
          end: 12,
        },
        variants: ["3 words", "Name Name"],
      },
    ],
    [
      "an apostrophe and a hyphen",
      { author: { name: "Anne-Marie O’Neill" } },
      {
        strength: 0.5,
        evidence: "Anne-Marie O’Neill",
        span: {
          field: "author.name",
          start: 0,
          end: 18,
        },
        variants: ["3 words"],
      },
    ],
    [
      "accents and capitals beyond Latin",
      { author: { name: "Żaneta Łuk" } },
      {
        strength: 0.375,
        evidence: "Żaneta Łuk",
        span: {
          field: "author.name",
          start: 0,
          end: 10,
        },
        variants: ["2 words", "Name Name"],
      },
    ],
    [
      "words in small letters",
      { author: { name: "best essay service" } },
      {
        strength: 0.5,
        evidence: "best essay service",
        span: {
          field: "author.name",
          start: 0,
          end: 18,
        },
        variants: ["3 words", "lower phrase"],
      },
    ],
    [
      "a word in small letters",
      { author: { name: "buyer" } },
      {
        strength: 0.25,
        evidence: "buyer",
        span: {
          field: "author.name",
          start: 0,
          end: 5,
        },
        variants: ["1 words", "lower word"],
      },
    ],
    [
      "a word with digits, a dot, a hyphen and an underscore",
      { author: { name: "jo_n-1.9" } },
      {
        strength: 0.625,
        evidence: "jo_n-1.9",
        span: {
          field: "author.name",
          start: 0,
          end: 8,
        },
        variants: ["4 words", "lower word", "digits"],
      },
    ],
    [
      "one letter",
      { author: { name: "x" } },
      {
        strength: 0.25,
        evidence: "x",
        span: {
          field: "author.name",
          start: 0,
          end: 1,
        },
        variants: ["1 words", "lower word"],
      },
    ],
    [
      "capitals at the end, as programs write",
      { author: { name: "MichaelGaW" } },
      {
        strength: 0.25,
        evidence: "MichaelGaW",
        span: {
          field: "author.name",
          start: 0,
          end: 10,
        },
        variants: ["1 words", "mixed tail"],
      },
    ],
    [
      "three capitals at the end",
      { author: { name: "jamesABC" } },
      {
        strength: 0.25,
        evidence: "jamesABC",
        span: {
          field: "author.name",
          start: 0,
          end: 8,
        },
        variants: ["1 words", "mixed tail"],
      },
    ],
    [
      "a capital before the last letter",
      { author: { name: "RobertSi" } },
      {
        strength: 0.25,
        evidence: "RobertSi",
        span: {
          field: "author.name",
          start: 0,
          end: 8,
        },
        variants: ["1 words", "mixed tail"],
      },
    ],
    [
      "capitals only",
      { author: { name: "SEO" } },
      {
        strength: 0.25,
        evidence: "SEO",
        span: {
          field: "author.name",
          start: 0,
          end: 3,
        },
        variants: ["1 words"],
      },
    ],
    [
      "four words",
      { author: { name: "Ada van der Bauer" } },
      {
        strength: 0.625,
        evidence: "Ada van der Bauer",
        span: {
          field: "author.name",
          start: 0,
          end: 17,
        },
        variants: ["4 words"],
      },
    ],
    [
      "six words",
      { author: { name: "one two three four five six" } },
      {
        strength: 0.875,
        evidence: "one two three four five six",
        span: {
          field: "author.name",
          start: 0,
          end: 27,
        },
        variants: ["6 words", "lower phrase"],
      },
    ],
    [
      "ten words are as strong as can be",
      { author: { name: "a b c d e f g h i j" } },
      {
        strength: 1,
        evidence: "a b c d e f g h i j",
        span: {
          field: "author.name",
          start: 0,
          end: 19,
        },
        variants: ["6 words", "lower phrase"],
      },
    ],
    [
      "signs that are no word",
      { author: { name: "-" } },
      {
        strength: 0.125,
        evidence: "-",
        span: {
          field: "author.name",
          start: 0,
          end: 1,
        },
        variants: ["0 words"],
      },
    ],
    [
      "a digit at the end of a name with a capital",
      { author: { name: "Ada 2" } },
      {
        strength: 0.375,
        evidence: "Ada 2",
        span: {
          field: "author.name",
          start: 0,
          end: 5,
        },
        variants: ["2 words", "digits"],
      },
    ],
    [
      "spaces around it",
      { author: { name: "  Ada " } },
      {
        strength: 0.25,
        evidence: "Ada",
        span: {
          field: "author.name",
          start: 0,
          end: 3,
        },
        variants: ["1 words", "Name"],
      },
    ],
  ],
  passes: [
    ["no name was sent", {}],
    ["it is empty", { author: { name: "" } }],
    ["it holds only spaces", { author: { name: "  " } }],
  ],
});
