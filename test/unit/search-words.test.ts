import { expect, it } from "vitest";
import { readState, searchOf } from "../../src/ui/queue/queue-state.ts";

const read = (q: string) => {
  const { terms, unknown } = searchOf(readState({ q }));
  return { terms, unknown };
};
const score = (above: boolean, probability: number) => ({
  field: "score",
  above,
  value: expect.closeTo(Math.log(probability / (1 - probability)), 6),
});

it.each([
  ["spam>70%", [score(true, 0.7)], []],
  ["SPAM<20%", [score(false, 0.2)], []],
  ["score>0.7 spam<99.5%", [score(true, 0.7), score(false, 0.995)], []],
  ["spam>170% spam<x spam>7e1%", [], ["spam>170%", "spam<x", "spam>7e1%"]],
  [
    "spam 70%",
    [
      { field: "text", value: "spam" },
      { field: "text", value: "70%" },
    ],
    [],
  ],
])("reads %s as how likely it is spam, and names what is no such thing", (q, terms, unknown) => {
  expect(read(q)).toEqual({ terms, unknown });
});

const word = (value: string) => ({ field: "text", value });

it.each([
  ["colour:red ferry", [word("ferry")], ["colour:red"]],
  ['lang:"de"', [], ['lang:"de"']],
  ["https://shop.example/a mailto:", [word("https://shop.example/a"), word("mailto:")], []],
  ['"colour:red" 12:30 a<b :smile:', ["colour:red", "12:30", "a<b", ":smile:"].map(word), []],
])("takes no condition that it does not know for a word: %s", (q, terms, unknown) => {
  expect(read(q)).toEqual({ terms, unknown });
});
