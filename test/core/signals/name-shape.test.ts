import { nameShape } from "../../../src/core/signals/name-shape.ts";
import { table } from "./table.ts";

/** A row: the name, how many words it has, and the variants beside their number. */
const row = (why: string, name: string, words: number, [bucket, ...variants]: [number, ...string[]]) =>
  [
    why,
    { author: { name } },
    {
      strength: Math.min(1, (words + 1) / 8),
      evidence: name.trim(),
      span: { field: "author.name", start: 0, end: name.trim().length },
      variants: [`${bucket} words`, ...variants],
    },
  ] as const;

table(nameShape, {
  is: { name: "name-shape", group: "author" },
  finds: [
    row("one word with a capital", "Ada", 1, [1, "Name"]),
    row("two words with capitals", "Ada Bauer", 2, [2, "Name Name"]),
    row("an initial between them", "Ada M. Bauer", 3, [3, "Name Name"]),
    row("an initial without its dot", "Ada M Bauer", 3, [3, "Name Name"]),
    row("an apostrophe", "Ada O’Neill", 2, [2, "Name Name"]),
    row("a hyphen in one word", "O'neill-bauer", 2, [2, "Name"]),
    row("a capital after a hyphen is no such name", "Anne-Marie O’Neill", 3, [3]),
    row("a capital after an apostrophe is no such name", "O’Neill", 1, [1]),
    row("accents and capitals beyond Latin", "Żaneta Łuk", 2, [2, "Name Name"]),
    row("words in small letters", "best essay service", 3, [3, "lower phrase"]),
    row("a phrase with a digit is no phrase of small letters", "best 4 you", 3, [3, "digits"]),
    row("a phrase with a capital neither", "best Essay", 2, [2]),
    row("a word in small letters", "buyer", 1, [1, "lower word"]),
    row("a word with digits, dot, hyphen and underscore", "jo_n-1.9", 4, [4, "lower word", "digits"]),
    row("one letter", "x", 1, [1, "lower word"]),
    row("one capital", "X", 1, [1]),
    row("capitals at the end, as programs write", "MichaelGaW", 1, [1, "mixed tail"]),
    row("one capital at the end", "MichaelG", 1, [1, "mixed tail"]),
    row("three capitals at the end", "jamesABC", 1, [1, "mixed tail"]),
    row("four capitals at the end are no such tail", "jamesABCD", 1, [1]),
    row("a capital before the last letter", "RobertSi", 1, [1, "mixed tail"]),
    row("a capital before the last two letters is no such tail", "RobertSie", 1, [1]),
    row("capitals only", "SEO", 1, [1]),
    row("four words", "Ada van der Bauer", 4, [4]),
    row("five words count as four", "a b c d e", 5, [4, "lower phrase"]),
    row("six words", "one two three four five six", 6, [6, "lower phrase"]),
    row("seven words are as strong as can be", "a b c d e f g", 7, [6, "lower phrase"]),
    row("ten words are no stronger", "a b c d e f g h i j", 10, [6, "lower phrase"]),
    row("signs that are no word", "-", 0, [0]),
    row("a digit", "Ada 2", 2, [2, "digits"]),
    row("spaces around it", "  Ada ", 1, [1, "Name"]),
  ],
  passes: [
    ["no name was sent", {}],
    ["it is empty", { author: { name: "" } }],
    ["it holds only spaces", { author: { name: "  " } }],
    ["a name stands in the text only", "Ada Bauer"],
    ["a name stands in the mail address only", { author: { email: "ada.bauer@tides.example" } }],
  ],
});
