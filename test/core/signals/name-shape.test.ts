import { nameShape } from "../../../src/core/signals/name-shape.ts";
import { table } from "./table.ts";

/** A row: the name, how many words it has, and the variants. */
const row = (why: string, name: string, words: number, ...variants: string[]) =>
  [
    why,
    { author: { name } },
    {
      strength: Math.min(1, (words + 1) / 8),
      evidence: name.trim(),
      span: { field: "author.name", start: 0, end: name.trim().length },
      variants,
    },
  ] as const;

table(nameShape, {
  is: { name: "name-shape", group: "author" },
  finds: [
    row("one word with a capital", "Ada", 1, "person"),
    row("two words with capitals", "Ada Bauer", 2, "person"),
    row("an initial between them", "Ada M. Bauer", 3, "person"),
    row("an initial without its dot", "Ada M Bauer", 3, "person"),
    row("an apostrophe", "Ada O’Neill", 2, "person"),
    row("a hyphen in one word", "O'neill-bauer", 2, "phrase"),
    row("a capital after a hyphen and an apostrophe", "Anne-Marie O’Neill", 3, "person"),
    row("accents and capitals beyond Latin", "Żaneta Łuk", 2, "person"),
    row("a capital within", "Ada McDonald", 2, "person"),
    row("particles", "Ada van der Bauer", 4, "person"),
    row("five words", "Maria da Silva e Souza", 5, "person"),
    row("Chinese", "王小明", 1, "person"),
    row("Japanese with a dot between", "アダ・バウアー", 2, "person"),
    row("Arabic", "محمد علي", 2, "person"),
    row("Hindi", "अदिति शर्मा", 2, "person"),
    row("nine characters without a space are no person's", "東京格安航空券予約", 1, "word"),
    row("particles alone are nobody's name", "de la", 2, "phrase", "lower phrase"),
    row("words in small letters", "best essay service", 3, "phrase", "lower phrase"),
    row("a phrase with a digit is no phrase of small letters", "best 4 you", 3, "phrase", "digits"),
    row("a phrase with a capital neither", "best Essay", 2, "phrase"),
    row("a word in small letters", "buyer", 1, "lower word"),
    row("a word with digits, dot, hyphen and underscore", "jo_n-1.9", 2, "phrase", "digits"),
    row("one letter", "x", 1, "lower word"),
    row("one capital", "X", 1, "person"),
    row("capitals at the end, as programs write", "MichaelGaW", 1, "word", "mixed tail"),
    row("one capital at the end", "MichaelG", 1, "word", "mixed tail"),
    row("three capitals at the end", "jamesABC", 1, "lower word", "mixed tail"),
    row("four capitals at the end are no such tail", "jamesABCD", 1, "lower word"),
    row("a capital before the last letter", "RobertSi", 1, "person", "mixed tail"),
    row("capitals only", "SEO", 1, "word"),
    row("six words", "one two three four five six", 6, "phrase", "lower phrase", "long"),
    row("seven words are as strong as can be", "a b c d e f g", 7, "phrase", "lower phrase", "long"),
    row("a digit", "Ada 2", 2, "phrase", "digits"),
    row("spaces around it", "  Ada ", 1, "person"),
  ],
  passes: [
    ["no name was sent", {}],
    ["it is empty", { author: { name: "" } }],
    ["it holds only spaces", { author: { name: "  " } }],
    ["a name stands in the text only", "Ada Bauer"],
    ["a name stands in the mail address only", { author: { email: "ada.bauer@tides.example" } }],
  ],
});
