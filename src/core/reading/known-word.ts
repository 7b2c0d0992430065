import { isInsult } from "../abuse/lexicon.ts";
import { swearWords } from "../abuse/words.ts";
import { tokenOf } from "../classifier/token.ts";
import { hash, mixed, PRIME, SEED } from "../hash.ts";
import { isOfOffer } from "../signals/offers.ts";
import { isBrandLike, isCue, isPiledUp } from "../signals/telling-words.ts";
import { isStopWord, LONGEST_WORD, stem } from "./stem.ts";
import type { WordPlaces } from "./survey.ts";
import {
  HEAD,
  type KnownWord,
  LENGTH,
  NOT_ASKED,
  PLACE,
  RUNS,
  roomFor,
  SMALL_INTEGER,
  STEM,
  TOKEN,
} from "./word-numbers.ts";
import { isUnspaced, wordEnd } from "./words.ts";

export type { KnownWord } from "./word-numbers.ts";

/** What a word is to the signals that look at each of a comment's words: bits of a set. */
export const OF_OFFER = 1;
export const CUE = 1 << 1;
export const BRAND_LIKE = 1 << 2;
export const PILED_UP = 1 << 3;
export const INSULT = 1 << 4;
export const SWEARING = 1 << 5;
export const WITH_APOSTROPHE = 1 << 6;

/** Words met so far; forgotten when they have grown to some megabytes, or stand too close. */
const MOST_MET = 20_000;
const SLOTS = 2 ** 15;
/** Places in a slot have so many bits; above stand as many of the word's hash as there is room for. */
const PLACE_BITS = 20;
const NUMBERS = 2 ** PLACE_BITS;
const TAG = -(2 ** PLACE_BITS);
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
let met: KnownWord[] = [];
let numbers = new Int32Array(NUMBERS);
let used = 0;
let crowded = true;

/** The old numbers stay with the words that are still in use. */
function forget(): void {
  slots.fill(0);
  numbers = new Int32Array(NUMBERS);
  met = [made("", numbers, 0, 0)];
  used = HEAD;
  crowded = false;
}

function makeRoom(most: number): void {
  if (crowded || met.length > MOST_MET || used + roomFor(MOST_CHARACTERS + HEAD * most) > NUMBERS) forget();
}

/** What is known of the first words of a folded text, at most so many; the same word is the same object. */
export function knownWords(folded: string, most: number): KnownWord[] {
  makeRoom(most);
  const found: KnownWord[] = [];
  const long = new Map<string, KnownWord>();
  for (let at = 0; at < folded.length && found.length < most; ) {
    const start = at;
    at = wordEnd(folded, start);
    if (at === start) at++;
    else found.push(wordIn(folded, start, at, long));
  }
  return found;
}

/** The same of a text in small letters whose runs of letters and digits are known: a word is one, or goes on behind an apostrophe. */
export function knownWordsAt(
  folded: string,
  { count, starts, ends, hashes }: WordPlaces,
  most: number,
): KnownWord[] {
  makeRoom(most);
  const found: KnownWord[] = [];
  const long = new Map<string, KnownWord>();
  for (let i = 0, at = 0; i < count && found.length < most; i++) {
    const start = starts[i] as number;
    const end = ends[i] as number;
    if (
      start >= at &&
      end - start <= LONGEST_MET &&
      (end === folded.length || folded.charCodeAt(end) !== APOSTROPHE)
    ) {
      found.push(hashedWord(folded, start, end, hashes[i] as number));
      continue;
    }
    // A word with an apostrophe has letters of the next run, of which something may be left.
    for (let from = Math.max(start, at); from < end && found.length < most; from = at) {
      at = wordEnd(folded, from);
      found.push(wordIn(folded, from, at, long));
    }
  }
  return found;
}

const APOSTROPHE = 0x27;

function longWord(text: string, long: Map<string, KnownWord>): KnownWord {
  let word = long.get(text);
  if (word === undefined) {
    word = made(text, new Int32Array(roomFor(text.length)), 0, 0);
    long.set(text, word);
  }
  return word;
}

/** The word that stands between two places. */
function wordIn(folded: string, start: number, end: number, long: Map<string, KnownWord>): KnownWord {
  if (end - start > LONGEST_MET) return longWord(folded.slice(start, end), long);
  let value = SEED;
  for (let at = start; at < end; at++) value = Math.imul(value ^ folded.charCodeAt(at), PRIME);
  return hashedWord(folded, start, end, value);
}

/** The same by where its hash stands. */
function hashedWord(folded: string, start: number, end: number, value: number): KnownWord {
  const hashed = mixed(value);
  const tag = hashed & TAG;
  let slot = hashed & (SLOTS - 1);
  for (let looked = 0, kept = slots[slot] as number; kept !== 0; kept = slots[slot] as number, looked++) {
    const at = kept & ~TAG;
    if ((kept & TAG) === tag && stands(at, folded, start, end))
      return met[numbers[at + PLACE] as number] as KnownWord;
    if (looked > CLOSE) crowded = true;
    slot = (slot + 1) & (SLOTS - 1);
  }
  const word = made(folded.slice(start, end), numbers, used, met.length);
  slots[slot] = tag | used;
  used += roomFor(end - start);
  met.push(word);
  return word;
}

/** Whether the word of some numbers is what stands between two places. */
function stands(word: number, folded: string, start: number, end: number): boolean {
  if (numbers[word + LENGTH] !== end - start) return false;
  const before = word + HEAD - start;
  for (let at = start; at < end; at++) if (numbers[before + at] !== folded.charCodeAt(at)) return false;
  return true;
}

function made(text: string, numbers: Int32Array, at: number, place: number): KnownWord {
  const unspaced = isUnspaced(text);
  const counts = !unspaced && text.length <= LONGEST_WORD && !isStopWord(text);
  const stemmed = stem(text);
  const token = tokenOf(`ws:${stemmed}`);
  numbers[at + PLACE] = place;
  numbers[at + LENGTH] = text.length;
  numbers[at + TOKEN] = token.hash;
  numbers[at + STEM] = hash(text.length <= STEMMED ? stemmed : stem(text.slice(0, STEMMED))) & SMALL_INTEGER;
  numbers[at + RUNS] = NOT_ASKED;
  for (let i = 0; i < text.length; i++) numbers[at + HEAD + i] = text.charCodeAt(i);
  return {
    text,
    kinds: kindsOf(text),
    numbers,
    at,
    token: counts ? token.text : undefined,
    stem: stemmed,
    unspaced,
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
