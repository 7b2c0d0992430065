import { nameCommercial } from "../../../src/core/signals/name-commercial.ts";
import { table } from "./table.ts";

const words =
  "seo buy cheap casino loan loans online service services company agency insurance pills viagra cialis pharmacy price prices best top free download shop store sale discount hire repair cleaning lawyer attorney dentist hotel travel tours escort dating sex porn crypto bitcoin forex trading invest betting slot slots poker marketing web website design software app apps hosting training course courses institute review reviews replica watches jewelry fashion wedding essay writing movers plumber roofing digital solutions technologies consultancy rental rentals packers supplier manufacturers tutorial certification exam dumps game games apk mod hack";

/** Of these words, what is an offer of games, loans or cures by itself. */
const OFFERED = new Set(["casino", "viagra", "cialis", "escort", "poker"]);

table(nameCommercial, {
  is: { name: "name-commercial", group: "author" },
  finds: [
    [
      "one word that sells",
      { author: { name: "Casino Joe" } },
      {
        strength: 0.5,
        evidence: "casino",
        span: {
          field: "author.name",
          start: 0,
          end: 10,
        },
        variants: ["one", "offer"],
      },
    ],
    [
      "three of them",
      { author: { name: "Cheap Essay Writing" } },
      {
        strength: 1,
        evidence: "cheap, essay, writing",
        span: {
          field: "author.name",
          start: 0,
          end: 19,
        },
        variants: ["several"],
      },
    ],
    [
      "styled letters",
      { author: { name: "𝓒𝓪𝓼𝓲𝓷𝓸" } },
      {
        strength: 0.5,
        evidence: "casino",
        span: {
          field: "author.name",
          start: 0,
          end: 12,
        },
        variants: ["one", "offer"],
      },
    ],
    ...[
      ["บาคาร่า", "บาคารา"],
      ["카지노", "카지노"],
      ["казино", "казино"],
      ["kumarhane casino", "casino"],
      ["займы", "заимы"],
    ].map(
      ([name = "", evidence = ""]) =>
        [
          `what is offered in another language: ${name}`,
          { author: { name } },
          {
            strength: 0.5,
            evidence: evidence,
            span: { field: "author.name", start: 0, end: name.length },
            variants: ["one", "offer"],
          },
        ] as const,
    ),
    ...[
      ["sbobet", "sbobet"],
      ["agen SBOBET88", "sbobet88"],
      ["poker2024", "poker2024"],
      ["scr888", "scr888"],
    ].map(
      ([name = "", evidence = ""]) =>
        [
          `a house, whatever its number: ${name}`,
          { author: { name } },
          {
            strength: 0.5,
            evidence,
            span: { field: "author.name", start: 0, end: name.length },
            variants: ["one", "offer"],
          },
        ] as const,
    ),
    ...words.split(" ").map(
      (word) =>
        [
          word,
          { author: { name: word } },
          {
            strength: 0.5,
            evidence: word,
            span: { field: "author.name", start: 0, end: word.length },
            variants: ["one", ...(OFFERED.has(word) ? ["offer"] : [])],
          },
        ] as const,
    ),
  ],
  passes: [
    ['"dress" stands in Andressa', { author: { name: "Andressa" } }],
    ['"seo" stands in Seoyeon', { author: { name: "Seoyeon Kim" } }],
    ['"top" stands in Christopher', { author: { name: "Christopher Webb" } }],
    ['"loan" stands in Sloane', { author: { name: "Sloane Gamesby" } }],
    ['"web" stands in Weber, "mod" in Modersohn', { author: { name: "Weber Modersohn" } }],
    ["it stands in the text only", { content: "cheap essay writing", author: { name: "Ada" } }],
    ["names that are words of games elsewhere", { author: { name: "Judi Kumar" } }],
    ["the same with a number", { author: { name: "judi77 kumar2024" } }],
    ["names that end as houses do", { author: { name: "Abimbola Mukhambet Nisbet Baldwin99 Elizabet77" } }],
    ["numbers of luck in a name", { author: { name: "dave777 anna88 LiWei168" } }],
    ["no name was sent", {}],
  ],
});
