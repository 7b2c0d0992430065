import { isInsult } from "../abuse/lexicon.ts";
import { swearWords } from "../abuse/words.ts";
import { type Token, tokenOf } from "../classifier/token.ts";
import { hash } from "../hash.ts";
import { isOfOffer } from "../signals/offers.ts";
import { isBrandLike, isCue, isPiledUp } from "../signals/telling-words.ts";
import { isStopWord, LONGEST_WORD, stem } from "./stem.ts";
import { isUnspaced } from "./words.ts";

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
  /** Of the stem of its beginning, for the abuse model. */
  readonly stemHash: number;
  readonly kinds: number;
  readonly unspaced: boolean;
  /** Of the classifier; undefined: a stop word, too long, or written without spaces. */
  readonly token: Token | undefined;
  /** Buckets of its runs of letters, once the abuse model has asked for them, and the classifier for its own. */
  runs: Uint16Array | undefined;
  grams: Uint16Array | undefined;
}

/** How often a word was met in the text that was last looked at. */
interface Tallied extends KnownWord {
  round: number;
  times: number;
}

/** Words met so far; emptied when they have grown to some megabytes. */
const met = new Map<string, Tallied>();
const MOST_MET = 20_000;
/** Longer ones are not kept: they hardly come again. */
const LONGEST_MET = 64;
/** Of longer words the abuse model knows the beginning. */
const STEMMED = 20;

/** What is known of the words of one text; the same word is the same object. */
export function knownWords(words: readonly string[]): KnownWord[] {
  if (met.size > MOST_MET) met.clear();
  const long = new Map<string, Tallied>();
  return words.map((text) => {
    const kept = text.length > LONGEST_MET ? long : met;
    let word = kept.get(text);
    if (word === undefined) {
      word = made(text);
      kept.set(text, word);
    }
    return word;
  });
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

function made(text: string): Tallied {
  const unspaced = isUnspaced(text);
  const counts = !unspaced && text.length <= LONGEST_WORD && !isStopWord(text);
  const stemmed = stem(text);
  return {
    text,
    stem: stemmed,
    stemHash: hash(text.length <= STEMMED ? stemmed : stem(text.slice(0, STEMMED))),
    kinds: kindsOf(text),
    unspaced,
    token: counts ? tokenOf(`ws:${stemmed}`) : undefined,
    runs: undefined,
    grams: undefined,
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
