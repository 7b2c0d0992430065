import { mixed, PRIME, SEED } from "../hash.ts";
import { kindAt, LETTER, widthAt } from "../reading/characters.ts";
import {
  beginTally,
  charactersAt,
  gramsAt,
  isNew,
  type KnownWord,
  lengthOf,
  WITH_APOSTROPHE,
} from "../reading/known-word.ts";
import { Runs } from "../reading/runs.ts";
import { slab } from "../reading/slab.ts";
import type { Subject } from "../reading/subject.ts";
import { IN_WORD } from "../reading/words.ts";

/** Buckets that character n-grams fall into; figures from experiments. */
export const GRAM_BUCKETS = 2 ** 16;
/** What their fit is worth beside that of the tokens. */
export const GRAM_SHARE = 0.5;
const SHORTEST = 2;
const LONGEST = 4;
/** Folded text beyond this repeats itself. */
const MOST_TEXT = 1200;
const SPACE = 0x20;

const units = new Uint16Array(MOST_TEXT + 2);
const runs = new Runs(GRAM_BUCKETS);
const single = new Runs(GRAM_BUCKETS);
/** Of many comments. */
const cut = slab((length) => new Uint16Array(length), 2 ** 16);

/**
 * Buckets of a folded text's runs of two to four characters, a space for whatever stands between words; without
 * repetition.
 */
export function gramsOf(folded: string): Uint16Array {
  runs.addRuns(units, spaced(folded.slice(0, MOST_TEXT)), SHORTEST, LONGEST, GRAM_BUCKETS - 1);
  return runs.take();
}

/** The same buckets in another order, put together from those of its words and of what stands where two of them meet. */
export function gramsOfWords({
  folded,
  known,
  kinds,
}: Pick<Subject, "folded" | "known" | "kinds">): Uint16Array {
  if (known.length === 0 || folded.length > MOST_TEXT) return gramsOf(folded);
  if ((kinds & WITH_APOSTROPHE) !== 0 && known.some(touchesNext)) return gramsOf(folded);
  beginTally();
  let before: KnownWord | undefined;
  for (const word of known) {
    if (isNew(word)) addGrams(word);
    if (before) addJoint(before, word);
    before = word;
  }
  return runs.cut(cut);
}

/** Behind an apostrophe a word ends with its letters: a digit or mark may follow at once. */
function touchesNext({ kinds }: KnownWord, at: number, known: readonly KnownWord[]): boolean {
  const next = known[at + 1];
  return (kinds & WITH_APOSTROPHE) !== 0 && next !== undefined && (kindAt(next.text, 0) & LETTER) === 0;
}

function addGrams(word: KnownWord): void {
  const at = gramsAt(word);
  if (word.grams < 0) {
    single.addRuns(units, spaced(word.text), SHORTEST, LONGEST, GRAM_BUCKETS - 1);
    word.grams = single.moveTo(word.numbers, at);
  }
  runs.addAll(word.numbers, at, at + word.grams);
}

/** Adds the runs that hold the end of one word and the beginning of the next. */
function addJoint(word: KnownWord, next: KnownWord): void {
  const last = unitOf(word, lengthOf(word) - 1);
  const first = unitOf(next, 0);
  const joint = after(after(after(SEED, last), SPACE), first);
  const begun = after(after(after(SEED, letterAt(word, lengthOf(word) - 2)), last), SPACE);
  runs.add(mixed(joint) & (GRAM_BUCKETS - 1));
  runs.add(mixed(after(joint, letterAt(next, 1))) & (GRAM_BUCKETS - 1));
  runs.add(mixed(after(begun, first)) & (GRAM_BUCKETS - 1));
}

const unitOf = (word: KnownWord, at: number): number => word.numbers[charactersAt(word) + at] as number;

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
