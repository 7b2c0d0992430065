import { DENSE, UNSPACED as UNSPACED_CLASS } from "../reading/characters.ts";
import { fold } from "../reading/fold.ts";
import { type KnownWord, OF_OFFER } from "../reading/known-word.ts";
import type { Subject } from "../reading/subject.ts";
import { surveyOf } from "../reading/survey.ts";
import { beginnings, disguisedOffer, type Offer, offersByWord, unspacedOffers } from "./offers.ts";
import type { FittedSignal } from "./signal.ts";

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const SAMPLE = 4096;
const MANY = 3;

/** What of each kind stands in the text, each word once. */
function wordsOf({
  ascii,
  words,
  known,
  kinds,
  folded,
}: Pick<Subject, "ascii" | "words" | "known" | "kinds" | "folded">) {
  const found = new Map<Offer, Set<string>>();
  let disguised = false;
  const add = (offer: Offer, word: string) => found.set(offer, (found.get(offer) ?? new Set()).add(word));
  for (let i = 0; i < words.length && (kinds & OF_OFFER) !== 0; i++) {
    if (((known[i] as KnownWord).kinds & OF_OFFER) === 0) continue;
    const word = words[i] as string;
    const offer = offersByWord.get(word);
    if (offer) add(offer, word);
    const meant = offer ? undefined : disguisedOffer(word);
    if (meant) {
      disguised = true;
      add(meant.offer, meant.word);
    }
    if (!beginnings.has(word)) continue;
    const pair = `${word} ${words[i + 1] ?? ""}`;
    const paired = offersByWord.get(pair);
    if (paired) add(paired, pair);
  }
  const sample = folded.slice(0, SAMPLE);
  if (!ascii && (surveyOf(folded).classes & (DENSE | UNSPACED_CLASS)) !== 0 && UNSPACED.test(sample))
    for (const [offer, pattern] of unspacedOffers)
      for (const [word] of sample.matchAll(pattern)) add(offer, word);
  return { found, disguised };
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
