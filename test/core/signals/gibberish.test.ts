import { gibberish } from "../../../src/core/signals/gibberish.ts";
import { table } from "./table.ts";

table(gibberish, {
  is: { name: "gibberish", group: "text" },
  finds: [
    [
      "six consonants in a word",
      "well asdfghjk text",
      {
        strength: 1,
        evidence: "asdfghjk",
        variants: ["text"],
      },
    ],
    [
      "within the word",
      "eabcdfghe",
      {
        strength: 1,
        evidence: "eabcdfghe",
        variants: ["text"],
      },
    ],
    [
      "five in the name",
      { author: { name: "xkcdvb" } },
      {
        strength: 1,
        evidence: "xkcdvb",
        variants: ["name"],
      },
    ],
    [
      "a name of small letters and two capitals",
      { author: { name: "uioAEe" } },
      {
        strength: 1,
        evidence: "uioAEe",
        variants: ["name"],
      },
    ],
    [
      "a name with capitals at its end",
      { author: { name: "OeraAE" } },
      {
        strength: 1,
        evidence: "OeraAE",
        variants: ["name"],
      },
    ],
    [
      "text and name",
      { content: "bcdfgh", author: { name: "bcdfgh" } },
      {
        strength: 1,
        evidence: "bcdfgh",
        variants: ["text", "name"],
      },
    ],
    [
      "a long name: it is cut",
      { author: { name: `bcdfgh ${"ada ".repeat(12)}` } },
      {
        strength: 1,
        evidence: "bcdfgh ada ada ada ada ada ada ada ada…",
        variants: ["name"],
      },
    ],
  ],
  passes: [
    ["a name with one capital behind small letters", { author: { name: "adaBc" } }],
    ["a name with one capital at its end", { author: { name: "AdabC" } }],
    ["five consonants in a word", "bcdfg"],
    ["long words of real languages", "strengths and rhythms, Sprachschule, wszczęcie"],
    [
      "compounds of German, where one sound is written with three letters",
      "Rechtsschutz, Selbstschutz, Durchschnitt, Weihnachtsschmuck, Angstschweiß, Geschichtsschreibung",
    ],
    ["compounds of English", "knightsbridge and a catchphrase"],
    ["a name of German", { author: { name: "Goldschmidt Deutschland" } }],
    ["y is a vowel", "bcdyfgh"],
    ["acronyms with a stop", "HTTP and XML"],
    ["accents", "Żółć"],
    ["a word longer than forty letters is no word", `e${"bcdfgh".repeat(7)}`],
    ["four consonants in a name", { author: { name: "Schmidt" } }],
    ["a name with one capital inside", { author: { name: "McDonald" } }],
    ["a name with an acronym", { author: { name: "Ada BSc" } }],
    ["no name", "plain words"],
  ],
});
