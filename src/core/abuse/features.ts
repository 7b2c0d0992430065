import { hash } from "../hash.ts";
import { eachRun } from "../reading/runs.ts";
import { stem } from "../reading/stem.ts";
import type { Subject } from "../reading/subject.ts";
import { firstWords } from "../reading/words.ts";
import { isInsult, unmasked, you } from "./lexicon.ts";

/** Buckets that features fall into, letters into the lower half, words into the upper; figures from experiments. */
export const ABUSE_BUCKETS = 2 ** 16;
/** The first bucket of words. */
export const FIRST_WORD = ABUSE_BUCKETS / 2;
/** Words that count: an insult stands early, or again. */
const MOST_WORDS = 150;
const LONGEST_WORD = 20;
const MOST_LETTERS = 900;
/** Runs of letters, a word's ends counted among them. */
const SHORTEST = 3;
const LONGEST = 5;
const MARKED = [hash("insult"), hash("insults"), hash("many insults")];
const AIMED = hash("insult beside you");
const DENSE = hash("a tenth of insults");
/** Words between an insult and the "you" it is aimed at. */
const REACH = 3;
const TENTH = 0.1;

/**
 * Buckets of what the abuse model weighs, without repetition: stems, pairs of stems (stop words stay: "you are" aims), runs of
 * three to five letters, and how many words of a lexicon there are and whether they are aimed.
 */
export function abuseFeatures({ folded }: Pick<Subject, "folded">): Set<number> {
  const words = firstWords(unmasked(folded), MOST_WORDS);
  const features = new Set<number>();
  const add = (value: number) => features.add(FIRST_WORD + (value & (FIRST_WORD - 1)));
  let before = 0;
  for (const [i, word] of words.entries()) {
    const own = hash(stem(word.slice(0, LONGEST_WORD)));
    add(own);
    if (i > 0) add(Math.imul(before, 0x9e3779b1) ^ own);
    before = own;
  }
  for (const mark of marksOf(words)) add(mark);
  const addLetters = (value: number) => features.add(value & (FIRST_WORD - 1));
  let letters = 0;
  for (const word of words) {
    letters += word.length;
    if (letters > MOST_LETTERS) break;
    eachRun(` ${word} `, SHORTEST, LONGEST, addLetters);
  }
  return features;
}

function marksOf(words: readonly string[]): number[] {
  const places = words.flatMap((word, at) => (isInsult(word) ? [at] : []));
  if (places.length === 0) return [];
  const aimed = places.some((at) =>
    words.slice(Math.max(0, at - REACH), at + REACH + 1).some((word) => you.has(word)),
  );
  return [
    ...MARKED.slice(0, places.length),
    ...(aimed ? [AIMED] : []),
    ...(places.length > TENTH * words.length ? [DENSE] : []),
  ];
}
