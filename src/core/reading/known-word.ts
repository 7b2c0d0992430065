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
}

/** Words met so far; emptied when they have grown to some megabytes. */
const met = new Map<string, KnownWord>();
const MOST_MET = 20_000;
/** Longer ones are not kept: they hardly come again. */
const LONGEST_MET = 64;
/** Of longer words the abuse model knows the beginning. */
const STEMMED = 20;

/** What is known of the words of one text; the same word is the same object. */
export function knownWords(words: readonly string[]): KnownWord[] {
  if (met.size > MOST_MET) met.clear();
  const long = new Map<string, KnownWord>();
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

function made(text: string): KnownWord {
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
  };
}

const kindsOf = (word: string): number =>
  (isOfOffer(word) ? OF_OFFER : 0) |
  (isCue(word) ? CUE : 0) |
  (isBrandLike(word) ? BRAND_LIKE : 0) |
  (isPiledUp(word) ? PILED_UP : 0) |
  (isInsult(word) ? INSULT : 0) |
  (swearWords().has(word) ? SWEARING : 0);
