import { nameInText } from "../../../src/core/signals/name-in-text.ts";
import { table } from "./table.ts";

table(nameInText, {
  is: { name: "name-in-text", group: "author" },
  finds: [
    [
      "the name is a word of the text",
      { content: "visit Quickloan today", author: { name: "Quickloan" } },
      {
        strength: 1,
        evidence: "quickloan",
        variants: ["word"],
      },
    ],
    [
      "the name is a phrase of the text",
      { content: "the best essay help there is", author: { name: "Essay Help" } },
      {
        strength: 1,
        evidence: "essay help",
        variants: ["phrase"],
      },
    ],
    [
      "four letters are enough",
      { content: "this is from zorg", author: { name: "Zorg" } },
      {
        strength: 1,
        evidence: "zorg",
        variants: ["word"],
      },
    ],
    [
      "styled letters are the same",
      { content: "𝓺𝓾𝓲𝓬𝓴𝓵𝓸𝓪𝓷 here", author: { name: "quickloan" } },
      {
        strength: 1,
        evidence: "quickloan",
        variants: ["word"],
      },
    ],
  ],
  passes: [
    [
      "it is told by a server",
      { type: "webmention", content: "Ada Bauer liked this", author: { name: "Ada Bauer" } },
    ],
    ["three letters are too few", { content: "I am Ada", author: { name: "Ada" } }],
    ["the name stands nowhere", { content: "I read it twice", author: { name: "Ada Bauer" } }],
    ["only one of its words does", { content: "yes, Bauer wrote it", author: { name: "Ada Bauer" } }],
    ["its words stand apart", { content: "essay with help", author: { name: "Essay Help" } }],
    ["it stands in a link only", { content: "see http://quickloan.example", author: { name: "Quickloan" } }],
    ["no name was sent", { content: "I read it twice" }],
    ["it is empty", { content: "I read it twice", author: { name: " " } }],
  ],
});
