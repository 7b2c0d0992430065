import { pagePraise } from "../../../src/core/signals/page-praise.ts";
import { table } from "./table.ts";

table(pagePraise, {
  is: { name: "page-praise", group: "praise" },
  finds: [
    [
      "the page is good",
      "Honestly your blog is very informative.",
      {
        strength: 0.5,
        evidence: "your blog is very informative",
        span: { field: "content", start: 9, end: 38 },
        variants: ["good"],
      },
    ],
    [
      "a word before the page",
      "The whole article looks useful to me",
      {
        strength: 0.5,
        evidence: "The whole article looks useful",
        span: { field: "content", start: 0, end: 30 },
        variants: ["good"],
      },
    ],
    [
      "it will be shared, with a website",
      { content: "I want to share your post.", author: { url: "https://tides.example" } },
      {
        strength: 1,
        evidence: "share your post",
        span: { field: "content", start: 10, end: 25 },
        variants: ["pass on", "with link"],
      },
    ],
    [
      "bookmarked",
      "Bookmarked your website for later",
      {
        strength: 0.5,
        evidence: "Bookmarked your website",
        span: { field: "content", start: 0, end: 23 },
        variants: ["pass on"],
      },
    ],
    [
      "a promise to come back",
      "I will come back for more soon",
      {
        strength: 0.5,
        evidence: "come back for more soon",
        span: { field: "content", start: 7, end: 30 },
        variants: ["come back"],
      },
    ],
    [
      "keep it up",
      "Please keep up the good work",
      {
        strength: 0.5,
        evidence: "keep up the good",
        span: { field: "content", start: 7, end: 23 },
        variants: ["come back"],
      },
    ],
    [
      "all of it",
      "This site is great, I will share this page and visit again soon",
      {
        strength: 0.5,
        evidence: "This site is great",
        span: { field: "content", start: 0, end: 18 },
        variants: ["good", "pass on", "come back", "two"],
      },
    ],
  ],
  passes: [
    ["praise of what it says", "The second proof is great, and the third helped me."],
    ["another's page", "I shared my post on Mastodon."],
    ["a page that is not good", "This page is broken on my phone."],
    ["a word within another", "The postscript is great."],
    ["talk of keeping", "We keep the boat in the yard."],
    ["coming back to it", "I come back to the question of tides."],
  ],
});
