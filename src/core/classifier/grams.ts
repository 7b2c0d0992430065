import { mixed, PRIME, SEED } from "../hash.ts";
import { kindAt, LETTER, widthAt } from "../reading/characters.ts";
import { WITH_APOSTROPHE } from "../reading/known-word.ts";
import { coded, Runs } from "../reading/runs.ts";
import type { Subject } from "../reading/subject.ts";
import { addGrams, beginTally, isNew, type KnownWord, lengthOf, unitOf } from "../reading/word-numbers.ts";
import { IN_WORD } from "../reading/words.ts";
import type { Coded } from "./packing.ts";

/** Buckets that character n-grams fall into; figures from experiments. */
export const GRAM_BUCKETS = 2 ** 16;
/** What their fit is worth beside that of the tokens. */
export const GRAM_SHARE = 0.5;
const LENGTHS = [2, 4] as const;
/** Folded text beyond this repeats itself. */
const MOST_TEXT = 1200;
const SPACE = 0x20;
const BITS = GRAM_BUCKETS - 1;

const units = new Uint16Array(MOST_TEXT + 2);
const runs = new Runs(GRAM_BUCKETS);
const single = new Runs(GRAM_BUCKETS);
const NO_CODES = new Uint8Array(GRAM_BUCKETS);

/**
 * Buckets of a folded text's runs of two to four characters, a space for whatever stands between words; without
 * repetition.
 */
export function gramsOf(folded: string): Uint16Array {
  addText(folded, NO_CODES);
  return runs.take();
}

const addText = (folded: string, codes: Uint8Array): void =>
  runs.addRuns(units, spaced(folded.slice(0, MOST_TEXT)), LENGTHS, BITS, codes);

export type ReadLetters = Pick<Subject, "folded" | "known" | "kinds">;

/** What the runs of a text weigh together, over the root of their number: sums of these weights are exact in any order. */
export function scoreOfGrams(subject: ReadLetters, weights: Coded): number {
  addWords(subject, weights);
  const root = Math.sqrt(Math.max(runs.size, 1));
  return (GRAM_SHARE * runs.takeSum(weights.values)) / root;
}

let asked: Coded | undefined;
let model = 0;

/** Adds a text's runs, put together from those of its words and of what stands where two of them meet. */
function addWords(subject: ReadLetters, weights: Coded): void {
  if (asked !== weights) {
    asked = weights;
    model = (model + 1) | 0 || 1;
  }
  const { codes } = weights;
  if (isReadWhole(subject)) addText(subject.folded, codes);
  else addKnown(subject.known, codes);
}

/** Nothing is put together of a long text, of one without words, and where one word follows another at once. */
const isReadWhole = ({ folded, known, kinds }: ReadLetters): boolean =>
  known.length === 0 ||
  folded.length > MOST_TEXT ||
  ((kinds & WITH_APOSTROPHE) !== 0 && known.some(touchesNext));

function addKnown(known: readonly KnownWord[], codes: Uint8Array): void {
  beginTally();
  let before: KnownWord | undefined;
  for (const word of known) {
    if (isNew(word)) addGrams(word, runs, model, gramsOfWord);
    if (before) addJoint(before, word, codes);
    before = word;
  }
}

function gramsOfWord(text: string): Runs {
  single.addRuns(units, spaced(text), LENGTHS, BITS, (asked as Coded).codes);
  return single;
}

/** Behind an apostrophe a word ends with its letters: a digit or mark may follow at once. */
function touchesNext({ kinds }: KnownWord, at: number, known: readonly KnownWord[]): boolean {
  const next = known[at + 1];
  return (kinds & WITH_APOSTROPHE) !== 0 && next !== undefined && (kindAt(next.text, 0) & LETTER) === 0;
}

/** Adds the runs that hold the end of one word and the beginning of the next. */
function addJoint(word: KnownWord, next: KnownWord, codes: Uint8Array): void {
  const end = lengthOf(word);
  const last = unitOf(word, end - 1);
  const first = unitOf(next, 0);
  const joint = after(after(after(SEED, last), SPACE), first);
  const begun = after(after(after(SEED, letterAt(word, end - 2)), last), SPACE);
  runs.add(coded(mixed(joint) & BITS, codes));
  runs.add(coded(mixed(after(joint, letterAt(next, 1))) & BITS, codes));
  runs.add(coded(mixed(after(begun, first)) & BITS, codes));
}

const after = (value: number, unit: number): number => Math.imul(value ^ unit, PRIME);

/** A unit of a word; a space for its apostrophe, and beyond its ends. */
function letterAt(word: KnownWord, at: number): number {
  const unit = at < 0 || at >= lengthOf(word) ? SPACE : unitOf(word, at);
  return unit === 0x27 || unit === 0x2019 ? SPACE : unit;
}

/** Writes a text's words with one space around each, and tells how many units these are. */
function spaced(text: string): number {
  let count = 0;
  units[count++] = SPACE;
  let at = 0;
  while (at < text.length) {
    const width = widthAt(text, at);
    if ((kindAt(text, at) & IN_WORD) !== 0) {
      units[count++] = text.charCodeAt(at);
      if (width === 2) units[count++] = text.charCodeAt(at + 1);
    } else if (count > 1 && units[count - 1] !== SPACE) units[count++] = SPACE;
    at += width;
  }
  if (count === 1 || units[count - 1] !== SPACE) units[count++] = SPACE;
  return count;
}
