import { hash } from "../hash.ts";
import { INSULT, knownWords } from "../reading/known-word.ts";
import { mayHold } from "../reading/needs.ts";
import { coded, Runs } from "../reading/runs.ts";
import type { Subject } from "../reading/subject.ts";
import { foldedSurvey } from "../reading/survey.ts";
import { addRunsOf, addStem, beginTally, isNew, type KnownWord, lengthOf } from "../reading/word-numbers.ts";
import { MOST_READ, unmasked, you } from "./lexicon.ts";
import { abuseOf, loadAbuseModel } from "./model.ts";

/** Buckets that features fall into, letters into the lower half, words into the upper; figures from experiments. */
export const ABUSE_BUCKETS = 2 ** 16;
/** The first bucket of words. */
export const FIRST_WORD = ABUSE_BUCKETS / 2;
/** Words that count: an insult stands early, or again. */
const MOST_WORDS = 150;
const MOST_LETTERS = 900;
/** Runs of letters, a word's ends counted among them. */
const LENGTHS = [3, 5] as const;
const MARKED = [hash("insult"), hash("insults"), hash("many insults")];
const AIMED = hash("insult beside you");
const DENSE = hash("a tenth of insults");
/** Words between an insult and the "you" it is aimed at. */
const REACH = 3;
const TENTH = 0.1;
const SPACE = 0x20;

const features = new Runs(ABUSE_BUCKETS);
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
  addFeatures(subject);
  return features.take();
}

/** Their score by the shipped model: sums of its weights are exact in any order. */
export function insultScore(subject: Read): number {
  addFeatures(subject);
  const { size } = features;
  const model = loadAbuseModel();
  return abuseOf(features.takeSum(model.weights.values), size, model);
}

function addFeatures(subject: Read): void {
  const { folded, known } = subject;
  const text = mayBeMasked(subject) ? unmasked(folded) : folded.slice(0, MOST_READ);
  const words = text === folded ? known.slice(0, MOST_WORDS) : knownWords(text, MOST_WORDS);
  const { codes } = loadAbuseModel().weights;
  addWords(words, codes);
  for (const mark of marksOf(words)) features.add(wordFeature(mark, codes));
  addLetters(words);
}

const wordFeature = (hashed: number, codes: Uint8Array): number =>
  coded(FIRST_WORD + (hashed & (FIRST_WORD - 1)), codes);

function addWords(words: readonly KnownWord[], codes: Uint8Array): void {
  let before = 0;
  for (let i = 0; i < words.length; i++) {
    const own = addStem(words[i] as KnownWord, features, ofWord);
    if (i > 0) features.add(wordFeature(Math.imul(before, 0x9e3779b1) ^ own, codes));
    before = own;
  }
}

function addLetters(words: readonly KnownWord[]): void {
  let letters = 0;
  beginTally();
  for (const word of words) {
    letters += lengthOf(word);
    if (letters > MOST_LETTERS) break;
    if (isNew(word)) addRunsOf(word, features);
  }
}

const runs = new Runs(FIRST_WORD);

/** The stem and the runs of letters of a word are the same in each text. */
const ofWord = {
  stem: (hashed: number) => wordFeature(hashed, loadAbuseModel().weights.codes),
  // Of a longer word they are never added.
  runs: (text: string) => {
    const length = Math.min(text.length, MOST_LETTERS);
    units[0] = SPACE;
    for (let i = 0; i < length; i++) units[i + 1] = text.charCodeAt(i);
    units[length + 1] = SPACE;
    runs.addRuns(units, length + 2, LENGTHS, FIRST_WORD - 1, loadAbuseModel().weights.codes);
    return runs;
  },
};

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
