import { linkSyntax } from "../../../src/core/signals/link-syntax.ts";
import { table } from "./table.ts";

table(linkSyntax, {
  is: { name: "link-syntax", group: "links" },
  finds: [
    [
      "HTML",
      "see <a rel='x' HREF='http://x.example'>x</a>",
      {
        strength: 0.3333333333333333,
        evidence: "html",
        span: {
          field: "content",
          start: 4,
          end: 19,
        },
        variants: ["html"],
      },
    ],
    [
      "BBCode",
      "[url=http://x.example]x[/url]",
      {
        strength: 0.3333333333333333,
        evidence: "bbcode",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["bbcode"],
      },
    ],
    [
      "BBCode without an address",
      "[LINK]http://x.example[/LINK]",
      {
        strength: 0.3333333333333333,
        evidence: "bbcode",
        span: {
          field: "content",
          start: 0,
          end: 6,
        },
        variants: ["bbcode"],
      },
    ],
    [
      "a BBCode picture",
      "[img]http://x.example/a.png[/img]",
      {
        strength: 0.3333333333333333,
        evidence: "bbcode",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["bbcode"],
      },
    ],
    [
      "Markdown",
      "[x](http://x.example)",
      {
        strength: 0.3333333333333333,
        evidence: "markdown",
        span: {
          field: "content",
          start: 2,
          end: 9,
        },
        variants: ["markdown"],
      },
    ],
    [
      "Markdown with spaces, in capitals",
      "[x](   HTTPS://x.example)",
      {
        strength: 0.3333333333333333,
        evidence: "markdown",
        span: {
          field: "content",
          start: 2,
          end: 13,
        },
        variants: ["markdown"],
      },
    ],
    [
      "HTML and BBCode",
      "<a href='http://x.example'>x</a> [url]http://x.example[/url]",
      {
        strength: 0.6666666666666666,
        evidence: "html + bbcode",
        span: {
          field: "content",
          start: 0,
          end: 7,
        },
        variants: ["html", "bbcode", "several"],
      },
    ],
    [
      "all three",
      "[url=http://x.example]x[/url] [x](http://x.example) <a\nhref='http://x.example'>x</a>",
      {
        strength: 1,
        evidence: "html + bbcode + markdown",
        span: {
          field: "content",
          start: 52,
          end: 59,
        },
        variants: ["html", "bbcode", "markdown", "several"],
      },
    ],
  ],
  passes: [
    ["a plain link", "http://x.example alone"],
    ["an index", "an [array] index, [urls] and [linked]"],
    ["comparisons", "a < b and c > d"],
    ["a note", "[1](see below)"],
    ["a reference without address", "[x](/tides)"],
    ["an anchor without an address", "<a name='x'>x</a>"],
    ["another element", "<abbr title='href'>x</abbr>"],
    ["too far from its element", `<a ${"x".repeat(301)} href='http://x.example'>`],
    ["four spaces in Markdown", "[x](    http://x.example)"],
  ],
});
