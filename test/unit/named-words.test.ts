import { expect, it } from "vitest";
import type { CommentDetail } from "../../src/contract/views.ts";
import { namedWords } from "../../src/ui/parts/text.tsx";

const marked = (content: string, evidence: string, tokens: Record<string, number> = {}, points = 1) => {
  const hits = [{ signal: "classifier", points, evidence }];
  const detail = {
    comment: { content },
    verdict: { hits },
    tokens: Object.entries(tokens).map(([token, weight]) => ({ token, points: weight })),
  };
  return namedWords(detail as unknown as CommentDetail).map(
    ({ kind, span: { start, end } }) => `${content.slice(start, end)} ${kind}`,
  );
};

it.each([
  ["whole words, whatever their case", "Free. freed, FREE", "free", ["Free for", "FREE for"]],
  ["with its counts here", "so cheap", "cheap (here in 3 spam, 0 good)", ["cheap for"]],
  ["two words across a line", "click\nhere", "click here", ["click\nhere for"]],
  ["three times at most", "win win win win", "win", ["win for", "win for", "win for"]],
  ["no sign alone", "0 is 0", "0", []],
  ["what would be a pattern", "a (c++) b c++", "c++, .*", ["c++ for", "c++ for"]],
  ["nothing that is not there", "hello", "seem, instead", []],
])("marks %s", (_, content, evidence, wanted) => {
  expect(marked(content, evidence)).toEqual(wanted);
});

it("marks each word by what it speaks for itself", () => {
  const tokens = { "w:free": 0.8, "w:Brest": -0.5 };
  expect(marked("free in Brest, or so", "free, Brest, so", tokens, -1)).toEqual([
    "free for",
    "Brest against",
    "so against",
  ]);
});
