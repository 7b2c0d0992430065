import { hash } from "../hash.ts";
import type { Subject } from "../subject.ts";
import { stem } from "../text/stem.ts";

/** Words that count: an insult stands early, or again. */
const MOST_WORDS = 200;
const LONGEST = 20;

/** Hashed words, stems and pairs of a text, without repetition: what the abuse model weighs. Stop words stay: "you are" aims. */
export function abuseFeatures({ words }: Pick<Subject, "words">): Set<number> {
  const features = new Set<number>();
  const used = words.slice(0, MOST_WORDS).map((word) => stem(word.slice(0, LONGEST)));
  for (const [i, word] of used.entries()) {
    features.add(hash(`w:${word}`));
    if (i > 0) features.add(hash(`b:${used[i - 1]} ${word}`));
  }
  return features;
}
