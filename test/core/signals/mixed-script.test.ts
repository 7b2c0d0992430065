import { mixedScript } from "../../../src/core/signals/mixed-script.ts";
import { table } from "./table.ts";

table(mixedScript, {
  is: { name: "mixed-script", group: "text" },
  finds: [
    [
      "a unit's letter before a word is no unit",
      "Δelivery",
      {
        strength: 1 / 3,
        evidence: "Δelivery",
        span: { field: "content", start: 0, end: 8 },
        variants: ["one"],
      },
    ],
    [
      "a Cyrillic letter in a Latin word",
      "a pіzza",
      {
        strength: 0.3333333333333333,
        evidence: "pіzza",
        span: {
          field: "content",
          start: 2,
          end: 7,
        },
        variants: ["one"],
      },
    ],
    [
      "a Greek letter",
      "pιzza",
      {
        strength: 0.3333333333333333,
        evidence: "pιzza",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["one"],
      },
    ],
    [
      "an Armenian letter",
      "pօzza",
      {
        strength: 0.3333333333333333,
        evidence: "pօzza",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["one"],
      },
    ],
    [
      "at the word's end",
      "pizzа",
      {
        strength: 0.3333333333333333,
        evidence: "pizzа",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["one"],
      },
    ],
    [
      "three words",
      "Сliсk hеrе nоw",
      {
        strength: 1,
        evidence: "Сliсk",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["many"],
      },
    ],
    [
      "two words",
      "hеrе nоw",
      {
        strength: 0.6666666666666666,
        evidence: "hеrе",
        span: {
          field: "content",
          start: 0,
          end: 4,
        },
        variants: ["one"],
      },
    ],
    [
      "four are as strong as can be",
      "Сliсk hеrе nоw frее",
      {
        strength: 1,
        evidence: "Сliсk",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["many"],
      },
    ],
    [
      "a long word: it is cut",
      `а${"b".repeat(60)}`,
      {
        strength: 0.3333333333333333,
        evidence: "аbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        span: {
          field: "content",
          start: 0,
          end: 61,
        },
        variants: ["one"],
      },
    ],
  ],
  passes: [
    ["a Russian word and an English one", "Привет, hello"],
    ["with a hyphen between them", "IT-компания"],
    ["a unit", "5 µm and 3 μA"],
    ["a formula", "Δx, dσ and αβ"],
    ["Japanese and English", "日本語 and English"],
    ["Japanese and English in one word", "Tシャツ"],
    ["accents", "naïve café"],
    ["a digit and a Cyrillic letter", "5й"],
    ["plain text", "plain"],
  ],
});
