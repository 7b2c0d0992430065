import { repetition } from "../../../src/core/signals/repetition.ts";
import { table } from "./table.ts";

table(repetition, {
  is: { name: "repetition", group: "text" },
  finds: [
    [
      "a character six times",
      "so aaaaaa good",
      {
        strength: 1,
        evidence: "aaaaaa",
        span: {
          field: "content",
          start: 3,
          end: 9,
        },
        variants: ["characters"],
      },
    ],
    [
      "a long row: it is cut",
      "a".repeat(50),
      {
        strength: 1,
        evidence: "aaaaaaaaaaaaaaaaaaaa",
        span: {
          field: "content",
          start: 0,
          end: 50,
        },
        variants: ["characters"],
      },
    ],
    [
      "one word more than a quarter of the time",
      "buy one buy two buy three buy four five six seven eight nine",
      {
        strength: 0.3076923076923077,
        evidence: "4 × buy",
        variants: ["word"],
      },
    ],
    [
      "one word all the time",
      "casino ".repeat(12),
      {
        strength: 1,
        evidence: "12 × casino",
        variants: ["word"],
      },
    ],
    [
      "a long word: it is cut",
      `${"ab".repeat(20)} `.repeat(12),
      {
        strength: 1,
        evidence: "12 × ababababababababababababababab",
        variants: ["word"],
      },
    ],
    [
      "few different words",
      "a b c d e ".repeat(3),
      {
        strength: 0.6666666666666667,
        evidence: "few different words",
        variants: ["variety"],
      },
    ],
  ],
  passes: [
    ["a character five times", "so aaaaa good"],
    ["a rule of signs", "---------- ========== ********** __________ ########## ~~~~~~~~~~ .........."],
    ["spaces", "a          b"],
    ["eleven words", "casino ".repeat(11)],
    ["a quarter of the time", "buy one buy two buy three four five six seven eight nine"],
    ["few words enough to be few", "a b c d e f g a b c d e f g".replace(/ e f g$/, "")],
    ["a long text has few different words", "a b c d e f g h i j ".repeat(20)],
    ["a sentence", "He said that she said that they said it."],
    ["nothing", ""],
  ],
});
