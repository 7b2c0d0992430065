import { code } from "../../../src/core/signals/code.ts";
import { table } from "./table.ts";

table(code, {
  is: { name: "code", group: "text" },
  finds: [
    ["a span of one letter", "use `x` here", { strength: 1, evidence: "`x`" }],
    ["a call of one letter", "a.b(1) there", { strength: 1, evidence: "a.b(" }],
    ["just within the first 8192 characters", `${"x".repeat(8190)}=>`, { strength: 1, evidence: "=>" }],
    [
      "a span of code",
      "use `map` here",
      {
        strength: 1,
        evidence: "`map`",
      },
    ],
    [
      "a block of code",
      "so:\n```\nx\n```",
      {
        strength: 1,
        evidence: "```",
      },
    ],
    [
      "a block without its end",
      "``` x",
      {
        strength: 1,
        evidence: "```",
      },
    ],
    [
      "an element for code without its end",
      "<code x",
      {
        strength: 1,
        evidence: "<code",
      },
    ],
    [
      "a block element without its end",
      "<pre x",
      {
        strength: 1,
        evidence: "<pre",
      },
    ],
    ["an element for code, whatever stands in it", "in <code>x</code>", { strength: 1, evidence: "<code" }],
    ["a block with attributes", "<PRE lang='x'>y</PRE>", { strength: 1, evidence: "<PRE" }],
    [
      "what stands in a link for code",
      "<b>f(a);</b>",
      {
        strength: 1,
        evidence: ";",
      },
    ],
    [
      "a call",
      "then console.log(x) there",
      {
        strength: 1,
        evidence: "console.log(",
      },
    ],
    [
      "a line's end",
      "x = 1;\nnext",
      {
        strength: 1,
        evidence: ";",
      },
    ],
    [
      "an arrow",
      "x => y",
      {
        strength: 1,
        evidence: "=>",
      },
    ],
    [
      "an empty call",
      "call main() first",
      {
        strength: 1,
        evidence: "()",
      },
    ],
    ...[
      "function f(",
      "const a =",
      "return x;",
      "import x {",
      "def f(",
      "class A {",
      "void f(",
      "sudo rm (",
      "npm i (",
      "git log (",
      "pip x (",
    ].map((words) => [words, words, { strength: 1, evidence: words }] as const),
    [
      "a long one: it is cut",
      `const ${"a".repeat(60)} =`,
      {
        strength: 1,
        evidence: "const…",
      },
    ],
  ],
  passes: [
    ["just beyond the first 8192 characters", `${"x".repeat(8191)}=>`],
    ["a dot without a name behind it", "well.( so be it )"],
    ["a sentence", "I use it daily"],
    ["an element that begins alike", "<codec>x</codec> <preface>"],
    ["an abbreviation", "e.g. this one (and that)"],
    ["a word that is a keyword, too", "a class of its own, to return home"],
    ["brackets in a sentence", "the town (in 1900) was small"],
    ["an accent that is typed alone", "it`s fine"],
    ["a semicolon in the middle", "one; and two"],
    ["a comparison", "a >= b"],
    ["beyond the first 8192 characters", `${"word ".repeat(1639)} => y`],
    ["nothing", ""],
  ],
});
