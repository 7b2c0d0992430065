import { linkMostly } from "../../../src/core/signals/link-mostly.ts";
import { table } from "./table.ts";

table(linkMostly, {
  is: { name: "link-mostly", group: "links" },
  finds: [
    [
      "nothing but a link",
      "http://x.example",
      {
        strength: 1,
        evidence: "100% links",
      },
    ],
    [
      "half of the text",
      "abc abc abc abc http://x.example",
      {
        strength: 0.5,
        evidence: "50% links",
      },
    ],
    [
      "two links make up half",
      "http://x.example and http://y.example and the rest",
      {
        strength: 0.64,
        evidence: "64% links",
      },
    ],
    [
      "spaces around the text do not count",
      "\n\n   http://x.example/a/b hi, look there.  \n\n",
      {
        strength: 0.5555555555555556,
        evidence: "56% links",
      },
    ],
    [
      "a page is quoted whole",
      "http://x.example/a/very/long/path/indeed hi",
      {
        strength: 0.9302325581395349,
        evidence: "93% links",
      },
    ],
  ],
  passes: [
    ["less than half", "abc abc abc abcd http://x.example"],
    ["a long sentence and a link", "A long sentence that says something, then https://x.example/"],
    ["a link to the site itself", "http://blog.example/some/long/path yes"],
    ["no link", "no link"],
    ["no text", ""],
  ],
});
