import { template } from "../../../src/core/signals/template.ts";
import { table } from "./table.ts";

table(template, {
  is: { name: "template", group: "text", points: 4 },
  finds: [
    [
      "choices that were not spun",
      "well {Hello|Hi} there, {great|nice} post",
      {
        strength: 1,
        evidence: "{Hello|Hi}",
        span: { field: "content", start: 5, end: 15 },
      },
    ],
    [
      "a choice of many",
      "{great|nice|good|} post",
      {
        strength: 1,
        evidence: "{great|nice|good|}",
        span: { field: "content", start: 0, end: 18 },
      },
    ],
    [
      "a choice of phrases",
      "{I have|I've} read it",
      {
        strength: 1,
        evidence: "{I have|I've}",
        span: { field: "content", start: 0, end: 13 },
      },
    ],
    [
      "a choice within a choice",
      "{{Hello|Hi} there|Hey} {friend|mate}",
      {
        strength: 1,
        evidence: "{Hello|Hi}",
        span: { field: "content", start: 1, end: 11 },
      },
    ],
    [
      "a long choice: it is cut",
      `{${"a b".repeat(14)}|${"b".repeat(40)}}`,
      {
        strength: 1,
        evidence: `{${"a b".repeat(13)}a…`,
        span: { field: "content", start: 0, end: 85 },
      },
    ],
    [
      "a key word",
      "visit %keyword% now",
      {
        strength: 1,
        evidence: "%keyword%",
        span: {
          field: "content",
          start: 6,
          end: 15,
        },
      },
    ],
    ...[
      "%URL%",
      "%link%",
      "%Name%",
      "%title%",
      "%anchor%",
      "%blog%",
      "#file_links",
      "[[iframe",
      "[iframe",
      "{{keyword}}",
      "{url}",
      "{{name}",
      "{Keyword}",
    ].map(
      (leftover) =>
        [
          leftover,
          `see ${leftover} here`,
          { strength: 1, evidence: leftover, span: { field: "content", start: 4, end: 4 + leftover.length } },
        ] as const,
    ),
  ],
  passes: [
    ["code with braces", "const { a, b } = c"],
    ["a bar alone", "a | b"],
    ["a hundred per cent", "100% sure, 100% url"],
    ["a condition in code", "if (a || b) { c }"],
    ["a condition between braces", "function f(a) { return a || 1 }"],
    ["a union of types", "type A = { b: string | undefined }"],
    ["a filter in a page's template", "{{ title | upper }}"],
    [
      "one choice of two words: it may be what the text is about",
      "How do I escape {hello|hi} in my template?",
    ],
    ["quoted choices", "Is '{hello|hi}' the same as \"{hi|hello}\" here?"],
    ["choices in code", "`{hello|hi} {a|b}` or <code>{red|green|blue}</code>"],
    ["a filter in a shell", `What does $\{HOME|lower} or $\{x|a b} do?`],
    ["filters of a page's template", "{{name|upper}} {{ title|lower }} {% if a|b %}"],
    ["a name in a string's braces", 'get(f"https://x.example/{url}") and `{name}`'],
    ["a choice over two lines", "{a\n|b}"],
    ["braces with one choice", "{Hello}"],
    ["a keyword without its other sign", "%keyword is what I typed"],
    ["a name in braces that is none of theirs", "{{username}} and {id}"],
  ],
});
