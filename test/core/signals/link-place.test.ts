import { linkPlace } from "../../../src/core/signals/link-place.ts";
import { table } from "./table.ts";

table(linkPlace, {
  is: { name: "link-place", group: "links" },
  finds: [
    [
      "it begins with one",
      "http://x.example is where I found it, and more",
      {
        strength: 1,
        evidence: "begins with a link",
        span: {
          field: "content",
          start: 0,
          end: 16,
        },
        variants: ["begins"],
      },
    ],
    [
      "spaces stand before it",
      "  \n http://x.example is where I found it, and more",
      {
        strength: 1,
        evidence: "begins with a link",
        span: {
          field: "content",
          start: 4,
          end: 20,
        },
        variants: ["begins"],
      },
    ],
    [
      "four signs stand before it",
      "see:http://x.example is where I found it, and more",
      {
        strength: 1,
        evidence: "begins with a link",
        span: {
          field: "content",
          start: 4,
          end: 20,
        },
        variants: ["begins"],
      },
    ],
    [
      "it ends with one",
      "I found it here: http://x.example.",
      {
        strength: 1,
        evidence: "ends with a link",
        span: {
          field: "content",
          start: 17,
          end: 33,
        },
        variants: ["ends", "slogan"],
      },
    ],
    [
      "four signs stand behind it",
      "I found it here (http://x.example )..\n",
      {
        strength: 1,
        evidence: "ends with a link",
        span: {
          field: "content",
          start: 17,
          end: 33,
        },
        variants: ["ends"],
      },
    ],
    [
      "it is nothing but one",
      "http://x.example",
      {
        strength: 1,
        evidence: "begins with a link",
        span: {
          field: "content",
          start: 0,
          end: 16,
        },
        variants: ["begins", "ends"],
      },
    ],
    [
      "it is one line that names a thing, and a link to it",
      "The best shells of the coast: http://x.example",
      {
        strength: 1,
        evidence: "ends with a link",
        span: { field: "content", start: 30, end: 46 },
        variants: ["ends", "slogan"],
      },
    ],
    [
      "there is more than the line",
      "I asked.\nThey say: http://x.example",
      {
        strength: 1,
        evidence: "ends with a link",
        span: { field: "content", start: 19, end: 35 },
        variants: ["ends"],
      },
    ],
    [
      "there is more than one link",
      "http://a.example has them: http://b.example",
      {
        strength: 1,
        evidence: "begins with a link",
        span: { field: "content", start: 0, end: 16 },
        variants: ["begins", "ends"],
      },
    ],
    [
      "it begins with one and ends with another",
      "http://a.example and then there is http://b.example",
      {
        strength: 1,
        evidence: "begins with a link",
        span: {
          field: "content",
          start: 0,
          end: 16,
        },
        variants: ["begins", "ends"],
      },
    ],
  ],
  passes: [
    ["no link", "no link"],
    ["the link stands in the middle", "The page http://x.example explains it"],
    ["five signs before it, five behind it", "seen http://x.example here"],
    ["a mail address at the end", "write to ada@tides.example"],
    ["a version at the beginning", "1.2.3 works for me"],
  ],
});
