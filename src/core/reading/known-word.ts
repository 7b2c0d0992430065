import { isInsult } from "../abuse/lexicon.ts";
import { swearWords } from "../abuse/words.ts";
import { tokenOf } from "../classifier/token.ts";
import { hash, mixed, PRIME, SEED } from "../hash.ts";
import { isOfOffer } from "../signals/offers.ts";
import { isBrandLike, isCue, isPiledUp } from "../signals/telling-words.ts";
import { isStopWord, LONGEST_WORD, stem } from "./stem.ts";
import { isUnspaced, wordEnd } from "./words.ts";

/** What a word is to the signals that look at each of a comment's words: bits of a set. */
export const OF_OFFER = 1;
export const CUE = 1 << 1;
export const BRAND_LIKE = 1 << 2;
export const PILED_UP = 1 << 3;
export const INSULT = 1 << 4;
export const SWEARING = 1 << 5;
export const WITH_APOSTROPHE = 1 << 6;

/** A folded word with all that is asked of it again and again. */
export interface KnownWord {
  readonly text: string;
  readonly stem: string;
  /** Of the stem of its beginning, for the abuse model: as many bits of the hash as are a small integer everywhere. */
  readonly stemHash: number;
  readonly kinds: number;
  readonly unspaced: boolean;
  /** Of the classifier; undefined: a stop word, too long, or written without spaces. */
  readonly token: string | undefined;
  /** Its numbers stand side by side: its place in `met` and length, the token's hash, its characters, room for the buckets of both models. */
  readonly numbers: Uint16Array;
  readonly at: number;
  /** How many buckets of its runs of letters there are, once a model has asked for them; below zero: none has. */
  grams: number;
  runs: number;
}

const SMALL_INTEGER = 2 ** 30 - 1;
/** Runs of letters of three lengths: as many as characters of each, at most. */
const LENGTHS = 3;
const HEAD = 4;
const TOKEN = 2;
const roomFor = (characters: number): number => HEAD + (1 + 2 * LENGTHS) * characters;

/** Where among its numbers a word's characters and its buckets begin. */
export const charactersAt = ({ at }: KnownWord): number => at + HEAD;
export const gramsAt = (word: KnownWord): number => word.at + HEAD + lengthOf(word);
export const runsAt = (word: KnownWord): number => word.at + HEAD + (1 + LENGTHS) * lengthOf(word);

/** The length of a word's text, told without a look at the text. */
export const lengthOf = ({ numbers, at }: KnownWord): number => numbers[at + 1] as number;

export const tokenHash = ({ numbers, at }: KnownWord): number =>
  (numbers[at + TOKEN] as number) * 2 ** 16 + (numbers[at + TOKEN + 1] as number);

/** How often a word was met in the text that was last looked at. */
interface Tallied extends KnownWord {
  round: number;
  times: number;
}

/** Words met so far; forgotten when they have grown to some megabytes, or stand too close. */
const MOST_MET = 20_000;
const SLOTS = 2 ** 15;
const NUMBERS = 2 ** 20;
/** Characters of one text at most. */
const MOST_CHARACTERS = 16_384;
/** Longer ones are not kept: they hardly come again. */
const LONGEST_MET = 64;
/** Of longer words the abuse model knows the beginning. */
const STEMMED = 20;
/** Places that are looked at for one word, after which they stand too close. */
const CLOSE = 64;

/** By the end of the hash: where a word's numbers are; 0: none's. */
const slots = new Int32Array(SLOTS);
let met: Tallied[] = [];
let numbers = new Uint16Array(NUMBERS);
let used = 0;
let crowded = true;

/** The old numbers stay with the words that are still in use. */
function forget(): void {
  slots.fill(0);
  numbers = new Uint16Array(NUMBERS);
  met = [made("", numbers, 0, 0)];
  used = HEAD;
  crowded = false;
}

/** What is known of the first words of a folded text, at most so many; the same word is the same object. */
export function knownWords(folded: string, most: number): KnownWord[] {
  if (crowded || met.length > MOST_MET || used + roomFor(MOST_CHARACTERS + HEAD * most) > NUMBERS) forget();
  const found: KnownWord[] = [];
  const long = new Map<string, Tallied>();
  for (let at = 0; at < folded.length && found.length < most; ) {
    const start = at;
    at = wordEnd(folded, start);
    if (at === start) at++;
    else if (at - start > LONGEST_MET) found.push(longWord(folded.slice(start, at), long));
    else found.push(wordIn(folded, start, at));
  }
  return found;
}

function longWord(text: string, long: Map<string, Tallied>): Tallied {
  let word = long.get(text);
  if (word === undefined) {
    word = made(text, new Uint16Array(roomFor(text.length)), 0, 0);
    long.set(text, word);
  }
  return word;
}

/** The word that stands between two places. */
function wordIn(folded: string, start: number, end: number): Tallied {
  let value = SEED;
  for (let at = start; at < end; at++) value = Math.imul(value ^ folded.charCodeAt(at), PRIME);
  let slot = mixed(value) & (SLOTS - 1);
  for (let looked = 0; slots[slot] !== 0; looked++) {
    const at = slots[slot] as number;
    if (stands(at, folded, start, end)) return met[numbers[at] as number] as Tallied;
    if (looked > CLOSE) crowded = true;
    slot = (slot + 1) & (SLOTS - 1);
  }
  const word = made(folded.slice(start, end), numbers, used, met.length);
  slots[slot] = used;
  used += roomFor(end - start);
  met.push(word);
  return word;
}

/** Whether the word of some numbers is what stands between two places. */
function stands(word: number, folded: string, start: number, end: number): boolean {
  if (numbers[word + 1] !== end - start) return false;
  const before = word + HEAD - start;
  for (let at = start; at < end; at++) if (numbers[before + at] !== folded.charCodeAt(at)) return false;
  return true;
}

let round = 0;

/** From here on each word counts as not met, until it is. */
export const beginTally = (): void => {
  round++;
};

/** Counts a word; true: it was not met since the tally began. */
export function isNew(word: KnownWord): boolean {
  const tallied = word as Tallied;
  const first = tallied.round !== round;
  tallied.times = first ? 1 : tallied.times + 1;
  tallied.round = round;
  return first;
}

/** How many words of a text are different, and which of them comes most often: of several the first. */
export function tallied(words: readonly KnownWord[]): { different: number; most: string; count: number } {
  beginTally();
  let different = 0;
  for (const word of words) if (isNew(word)) different++;
  let most = { text: "", times: 0 };
  for (const word of words as readonly Tallied[]) if (word.times > most.times) most = word;
  return { different, most: most.text, count: most.times };
}

function made(text: string, numbers: Uint16Array, at: number, place: number): Tallied {
  const unspaced = isUnspaced(text);
  const counts = !unspaced && text.length <= LONGEST_WORD && !isStopWord(text);
  const stemmed = stem(text);
  const token = counts ? tokenOf(`ws:${stemmed}`) : undefined;
  numbers[at] = place;
  numbers[at + 1] = text.length;
  numbers[at + TOKEN] = (token?.hash ?? 0) >>> 16;
  numbers[at + TOKEN + 1] = token?.hash ?? 0;
  for (let i = 0; i < text.length; i++) numbers[at + HEAD + i] = text.charCodeAt(i);
  return {
    text,
    stem: stemmed,
    stemHash: hash(text.length <= STEMMED ? stemmed : stem(text.slice(0, STEMMED))) & SMALL_INTEGER,
    kinds: kindsOf(text),
    unspaced,
    token: token?.text,
    numbers,
    at,
    grams: -1,
    runs: -1,
    round: 0,
    times: 0,
  };
}

const kindsOf = (word: string): number =>
  (isOfOffer(word) ? OF_OFFER : 0) |
  (isCue(word) ? CUE : 0) |
  (isBrandLike(word) ? BRAND_LIKE : 0) |
  (isPiledUp(word) ? PILED_UP : 0) |
  (isInsult(word) ? INSULT : 0) |
  (swearWords().has(word) ? SWEARING : 0) |
  (/['’]/.test(word) ? WITH_APOSTROPHE : 0);
