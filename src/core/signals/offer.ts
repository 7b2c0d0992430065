import { DENSE, UNSPACED as UNSPACED_CLASS } from "../reading/characters.ts";
import { fold } from "../reading/fold.ts";
import { type KnownWord, OF_OFFER } from "../reading/known-word.ts";
import type { Subject } from "../reading/subject.ts";
import { surveyOf } from "../reading/survey.ts";
import { OFFERS } from "./has.ts";
import {
  disguisedOffer,
  type Offer,
  offersByWord,
  pairsBy,
  plainBeginnings,
  unspacedOffers,
} from "./offers.ts";
import type { FittedSignal } from "./signal.ts";

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const SAMPLE = 4096;
const MANY = 3;

type Words = Map<Offer, Set<string>>;

/** What of each kind stands in the text, each word once. */
function wordsOf({ ascii, known, kinds, folded }: Subject) {
  const found: Words = new Map();
  let disguised = false;
  for (let i = 0; i < known.length && (kinds & OF_OFFER) !== 0; i++) {
    const word = known[i] as KnownWord;
    if ((word.kinds & OF_OFFER) !== 0) disguised = addWord(word.text, known[i + 1]?.text, found) || disguised;
  }
  if (!ascii && (surveyOf(folded).classes & (DENSE | UNSPACED_CLASS)) !== 0) addUnspaced(folded, found);
  return { found, disguised };
}

function add(found: Words, offer: Offer, word: string): void {
  const words = found.get(offer);
  if (words === undefined) found.set(offer, new Set([word]));
  else words.add(word);
}

/** Adds a word, and the pair that it begins. Whether it is disguised. */
function addWord(word: string, next: string | undefined, found: Words): boolean {
  const seconds = pairsBy.get(word);
  const paired = next === undefined ? undefined : seconds?.get(next);
  const offer = offersByWord.get(word);
  if (offer !== undefined) add(found, offer, word);
  const isPlain = offer !== undefined || (seconds !== undefined && plainBeginnings.has(word));
  const meant = isPlain ? undefined : disguisedOffer(word);
  if (meant !== undefined) add(found, meant.offer, meant.word);
  if (paired !== undefined) add(found, paired, `${word} ${next}`);
  return meant !== undefined;
}

function addUnspaced(folded: string, found: Words): void {
  const sample = folded.slice(0, SAMPLE);
  if (!UNSPACED.test(sample)) return;
  for (const [offer, pattern] of unspacedOffers)
    for (const [word] of sample.matchAll(pattern)) add(found, offer, word);
}

/** Folding seldom changes how long a text is: what stands at a word's place is how it was written. */
function asWritten({ body, folded }: Pick<Subject, "body" | "folded">, word: string): string {
  const at = folded.indexOf(word);
  const written = body.slice(at, at + word.length);
  return fold(written) === word ? written.toLowerCase() : word;
}

export const offer: FittedSignal = {
  name: "offer",
  group: "text",
  needs: OFFERS,
  description:
    "Offers games of chance, work, loans, goods or cures, or asks to be written to, in any language",
  detect(subject) {
    const { found, disguised } = wordsOf(subject);
    if (found.size === 0) return undefined;
    const all = [...found.values()].flatMap((words) => [...words]);
    const kinds = [...found].flatMap(([kind, words]) => (words.size > 1 ? [kind, `${kind} twice`] : [kind]));
    return {
      strength: Math.min(1, all.length / MANY),
      evidence: all
        .slice(0, MANY)
        .map((word) => asWritten(subject, word))
        .join(", "),
      variants: [
        ...kinds,
        ...(found.size > 1 ? ["two kinds"] : []),
        ...(found.size > 2 ? ["three kinds"] : []),
        ...(all.length >= MANY ? ["many"] : []),
        ...(disguised ? ["disguised"] : []),
      ],
    };
  },
};
