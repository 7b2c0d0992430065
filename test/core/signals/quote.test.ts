import { quote } from "../../../src/core/signals/quote.ts";
import { table } from "./table.ts";

table(quote, {
  is: { name: "quote", group: "text" },
  finds: [
    [
      "a line is quoted",
      "> as you said\nno",
      {
        strength: 1,
        evidence: ">",
        span: {
          field: "content",
          start: 0,
          end: 1,
        },
        variants: ["quote"],
      },
    ],
    [
      "a later line",
      "well\n   > as you said",
      {
        strength: 1,
        evidence: ">",
        span: {
          field: "content",
          start: 5,
          end: 9,
        },
        variants: ["quote"],
      },
    ],
    [
      "as HTML sends it",
      "&gt; as you said",
      {
        strength: 1,
        evidence: "&gt;",
        span: {
          field: "content",
          start: 0,
          end: 4,
        },
        variants: ["quote"],
      },
    ],
    [
      "an element for quotes",
      "so <blockquote>x</blockquote>",
      {
        strength: 1,
        evidence: "<blockquote",
        span: {
          field: "content",
          start: 3,
          end: 14,
        },
        variants: ["quote"],
      },
    ],
    [
      "somebody is answered",
      "@Jonas no",
      {
        strength: 1,
        evidence: "@Jonas",
        span: {
          field: "content",
          start: 0,
          end: 6,
        },
        variants: ["answer"],
      },
    ],
    [
      "within the text, who is named is not answered",
      "yes @żaneta_1-2 no",
      {
        strength: 1,
        evidence: "@żaneta_1-2",
        span: { field: "content", start: 4, end: 15 },
        variants: ["mention"],
      },
    ],
    [
      "the same without a space, as in Chinese",
      "可以联系我：@nordwind",
      {
        strength: 1,
        evidence: "@nordwind",
        span: { field: "content", start: 6, end: 15 },
        variants: ["mention"],
      },
    ],
    [
      "all three",
      "> as you said\n@Jonas no, follow @ada",
      {
        strength: 1,
        evidence: ">",
        span: { field: "content", start: 0, end: 1 },
        variants: ["quote", "answer", "mention"],
      },
    ],
    [
      "two characters are a name",
      "@ab",
      {
        strength: 1,
        evidence: "@ab",
        span: {
          field: "content",
          start: 0,
          end: 3,
        },
        variants: ["answer"],
      },
    ],
    [
      "a long name: it is cut",
      `@${"a".repeat(60)}`,
      {
        strength: 1,
        evidence: "@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…",
        span: {
          field: "content",
          start: 0,
          end: 41,
        },
        variants: ["answer"],
      },
    ],
  ],
  passes: [
    ["a comparison", "a > b"],
    ["four spaces make it code", "    > x"],
    ["a mail address", "mail ada@tides.example"],
    ["one character is no name", "@a @ b"],
    ["a word that begins like at", "at home"],
    ["quotation marks", '"so you say"'],
    ["a link's path", "https://social.example/@ada"],
  ],
});
