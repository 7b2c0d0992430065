import { hash } from "../hash.ts";
import { stem } from "../reading/stem.ts";
import type { Subject } from "../reading/subject.ts";

/** Words that count: an insult stands early, or again. */
const MOST_WORDS = 150;
const LONGEST = 20;

/**
 * Hashed stems and pairs of stems of a text, without repetition: what the abuse model weighs. Stop words stay: "you are"
 * aims. A pair is hashed from its words' hashes, in order.
 */
export function abuseFeatures({ words }: Pick<Subject, "words">): Set<number> {
  const features = new Set<number>();
  let before = 0;
  for (let i = 0; i < words.length && i < MOST_WORDS; i++) {
    const word = words[i] as string;
    const own = hash(stem(word.length > LONGEST ? word.slice(0, LONGEST) : word));
    features.add(own);
    if (i > 0) features.add((Math.imul(before, 0x9e3779b1) ^ own) >>> 0);
    before = own;
  }
  return features;
}
