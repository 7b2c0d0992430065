import type { Runs } from "./runs.ts";

/** A folded word with all that is asked of it again and again. */
export interface KnownWord {
  readonly text: string;
  readonly kinds: number;
  /** Its numbers stand side by side, from here on. */
  readonly numbers: Int32Array;
  readonly at: number;
  /** Of the classifier; undefined: a stop word, too long, or written without spaces. */
  readonly token: string | undefined;
  readonly stem: string;
  readonly unspaced: boolean;
}

/** A word's numbers: its place in `met`, its length, the hash of what its token is, or would be. */
export const PLACE = 0;
export const LENGTH = 1;
export const TOKEN = 2;
/** The hash of the stem of its beginning, for the abuse model: as many bits of it as are a small integer everywhere. */
export const STEM = 3;
/** In which tally it was met last, and how often. */
const ROUND = 4;
const TIMES = 5;
/** How many of its runs of letters the shipped model knows, and which one it is; and how many the abuse model does. */
const GRAMS = 6;
const MODEL = 7;
export const RUNS = 8;
/** What its stem is to the abuse model. */
const OWN = 9;
/** Then come its characters, and the runs of both models, each with the code of its weight. */
export const HEAD = 10;
export const SMALL_INTEGER = 2 ** 30 - 1;
/** Runs of letters of three lengths: as many as characters of each, at most. */
const LENGTHS = 3;
export const roomFor = (characters: number): number => HEAD + (1 + 2 * LENGTHS) * characters;

const numberOf = ({ numbers, at }: KnownWord, field: number): number => numbers[at + field] as number;

/** The length of a word's text, told without a look at the text. */
export const lengthOf = (word: KnownWord): number => numberOf(word, LENGTH);

/** A unit of its text. */
export const unitOf = (word: KnownWord, place: number): number => numberOf(word, HEAD + place);

export const tokenHash = (word: KnownWord): number => numberOf(word, TOKEN) >>> 0;

/** Adds a word's runs of letters for a model to others; it is asked for them once, and another model anew. */
export function addGrams(word: KnownWord, to: Runs, model: number, make: (text: string) => Runs): void {
  const { numbers, at } = word;
  const from = at + HEAD + lengthOf(word);
  if (numbers[at + MODEL] !== model) {
    numbers[at + GRAMS] = make(word.text).moveTo(numbers, from);
    numbers[at + MODEL] = model;
  }
  to.addAll(numbers, from, from + (numbers[at + GRAMS] as number));
}

/** What the abuse model, of which there is one, knows of a word: of its stem, by the stem's hash, and of its runs of letters. */
interface AbuseOf {
  readonly stem: (hash: number) => number;
  readonly runs: (text: string) => Runs;
}

/** Adds a word's stem as the abuse model knows it, and tells the stem's hash; a word is asked for once. */
export function addStem({ text, numbers, at }: KnownWord, to: Runs, make: AbuseOf): number {
  const hashed = numbers[at + STEM] as number;
  if (numbers[at + RUNS] === NOT_ASKED) {
    numbers[at + OWN] = make.stem(hashed);
    numbers[at + RUNS] = make.runs(text).moveTo(numbers, at + HEAD + (1 + LENGTHS) * text.length);
  }
  to.add(numbers[at + OWN] as number);
  return hashed;
}

/** Adds the runs of letters of a word whose stem was added. */
export function addRunsOf(word: KnownWord, to: Runs): void {
  const { numbers, at } = word;
  const from = at + HEAD + (1 + LENGTHS) * lengthOf(word);
  to.addAll(numbers, from, from + (numbers[at + RUNS] as number));
}

export const NOT_ASKED = -1;

let round = 0;

/** From here on each word counts as not met, until it is. */
export const beginTally = (): void => {
  round = (round + 1) | 0;
};

/** Counts a word; true: it was not met since the tally began. */
export function isNew({ numbers, at }: KnownWord): boolean {
  const first = numbers[at + ROUND] !== round;
  numbers[at + TIMES] = first ? 1 : (numbers[at + TIMES] as number) + 1;
  numbers[at + ROUND] = round;
  return first;
}

/** How many words of a text are different, and which of them comes most often: of several the first. */
export function tallied(words: readonly KnownWord[]): { different: number; most: string; count: number } {
  beginTally();
  let different = 0;
  for (const word of words) if (isNew(word)) different++;
  let most = "";
  let count = 0;
  for (const word of words) {
    const times = numberOf(word, TIMES);
    if (times <= count) continue;
    most = word.text;
    count = times;
  }
  return { different, most, count };
}
