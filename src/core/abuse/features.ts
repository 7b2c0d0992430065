import { hash } from "../hash.ts";
import {
  beginTally,
  INSULT,
  isNew,
  type KnownWord,
  knownWords,
  lengthOf,
  runsAt,
} from "../reading/known-word.ts";
import { mayHold } from "../reading/needs.ts";
import { Runs } from "../reading/runs.ts";
import { slab } from "../reading/slab.ts";
import type { Subject } from "../reading/subject.ts";
import { foldedSurvey } from "../reading/survey.ts";
import { MOST_READ, unmasked, you } from "./lexicon.ts";

/** Buckets that features fall into, letters into the lower half, words into the upper; figures from experiments. */
export const ABUSE_BUCKETS = 2 ** 16;
/** The first bucket of words. */
export const FIRST_WORD = ABUSE_BUCKETS / 2;
/** Words that count: an insult stands early, or again. */
const MOST_WORDS = 150;
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
const SPACE = 0x20;

const features = new Runs(ABUSE_BUCKETS);
/** Of many comments. */
const cut = slab((length) => new Uint16Array(length), 2 ** 16);
const units = new Uint16Array(MOST_LETTERS + 2);

type Read = Pick<Subject, "ascii" | "body" | "folded" | "known">;

/** Signs that mask letters; one that ends a word masks none. */
const HAS_MASK = mayHold(
  "*",
  "$",
  "@",
  "#",
  ...[..."abcdefghijklmnopqrstuvwxyz0"].map((letter) => `!${letter}`),
);
const HAS_CALL = mayHold("!");

function mayBeMasked(subject: Read): boolean {
  const survey = foldedSurvey(subject);
  return HAS_MASK(survey) || (!subject.ascii && HAS_CALL(survey));
}

/**
 * Buckets of what the abuse model weighs, without repetition: stems, pairs of stems (stop words stay: "you are" aims), runs of
 * three to five letters, and how many words of a lexicon there are and whether they are aimed.
 */
export function abuseFeatures(subject: Read): Uint16Array {
  const { folded, known } = subject;
  const text = mayBeMasked(subject) ? unmasked(folded) : folded.slice(0, MOST_READ);
  const words = text === folded ? known.slice(0, MOST_WORDS) : knownWords(text, MOST_WORDS);
  addWords(words);
  for (const mark of marksOf(words)) features.add(FIRST_WORD + (mark & (FIRST_WORD - 1)));
  addLetters(words);
  return features.cut(cut);
}

function addWords(words: readonly KnownWord[]): void {
  let before = 0;
  for (let i = 0; i < words.length; i++) {
    const own = (words[i] as KnownWord).stemHash;
    features.add(FIRST_WORD + (own & (FIRST_WORD - 1)));
    const pair = Math.imul(before, 0x9e3779b1) ^ own;
    if (i > 0) features.add(FIRST_WORD + (pair & (FIRST_WORD - 1)));
    before = own;
  }
}

function addLetters(words: readonly KnownWord[]): void {
  let letters = 0;
  beginTally();
  for (const word of words) {
    letters += lengthOf(word);
    if (letters > MOST_LETTERS) break;
    if (isNew(word)) addRunsOf(word);
  }
}

const ofWord = new Runs(FIRST_WORD);

/** The runs of letters of a word are the same in each text. */
function addRunsOf(word: KnownWord): void {
  const at = runsAt(word);
  if (word.runs < 0) word.runs = runsOf(word.text).moveTo(word.numbers, at);
  features.addAll(word.numbers, at, at + word.runs);
}

function runsOf(text: string): Runs {
  units[0] = SPACE;
  for (let i = 0; i < text.length; i++) units[i + 1] = text.charCodeAt(i);
  units[text.length + 1] = SPACE;
  ofWord.addRuns(units, text.length + 2, SHORTEST, LONGEST, FIRST_WORD - 1);
  return ofWord;
}

function marksOf(words: readonly KnownWord[]): number[] {
  if (!words.some(({ kinds }) => (kinds & INSULT) !== 0)) return [];
  const places = words.flatMap((word, at) => ((word.kinds & INSULT) === 0 ? [] : [at]));
  const aimed = places.some((at) =>
    words.slice(Math.max(0, at - REACH), at + REACH + 1).some(({ text }) => you.has(text)),
  );
  return [
    ...MARKED.slice(0, places.length),
    ...(aimed ? [AIMED] : []),
    ...(places.length > TENTH * words.length ? [DENSE] : []),
  ];
}
