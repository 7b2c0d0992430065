import { styledLetters } from "../../../src/core/signals/styled-letters.ts";
import { table } from "./table.ts";

table(styledLetters, {
  is: { name: "styled-letters", group: "text" },
  finds: [
    [
      "mathematical letters",
      "now 𝓯𝓻𝓮𝓮",
      {
        strength: 0.2,
        evidence: "4 styled letters",
        span: {
          field: "content",
          start: 4,
          end: 6,
        },
      },
    ],
    [
      "full-width letters",
      "ｆｒｅｅ ＭＯＮＥＹ",
      {
        strength: 0.45,
        evidence: "9 styled letters",
        span: {
          field: "content",
          start: 0,
          end: 1,
        },
      },
    ],
    [
      "circled letters",
      "ⓕⓡⓔⓔ",
      {
        strength: 0.2,
        evidence: "4 styled letters",
        span: {
          field: "content",
          start: 0,
          end: 1,
        },
      },
    ],
    [
      "boxed letters",
      "🄵🅁🄴🄴",
      {
        strength: 0.2,
        evidence: "4 styled letters",
        span: {
          field: "content",
          start: 0,
          end: 2,
        },
      },
    ],
    [
      "twenty are as strong as can be",
      "𝓪".repeat(24),
      {
        strength: 1,
        evidence: "24 styled letters",
        span: {
          field: "content",
          start: 0,
          end: 2,
        },
      },
    ],
  ],
  passes: [
    ["three of them", "ℝ and 𝔼[X] and 𝔽 and 𝔾"],
    ["letter-like signs", "ℕ ℤ ℚ ℝ ℂ ℍ"],
    ["full-width digits and signs", "１２３４５！？"],
    ["Japanese", "日本語カタカナ"],
    ["beyond the first 4096 characters", `é${"a".repeat(4096)}𝓯𝓻𝓮𝓮`],
    ["accents", "Żółć und Größe"],
    ["plain words", "plain words"],
  ],
});
