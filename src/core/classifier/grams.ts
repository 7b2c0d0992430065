import { eachRun } from "../reading/runs.ts";

/** Buckets that character n-grams fall into; figures from experiments. */
export const GRAM_BUCKETS = 2 ** 16;
/** What their fit is worth beside that of the tokens. */
export const GRAM_SHARE = 0.5;
const SHORTEST = 2;
const LONGEST = 4;
/** Folded text beyond this repeats itself. */
const MOST_TEXT = 1200;
const GAPS = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * Buckets of a folded text's runs of two to four characters, a space for whatever stands between words; without
 * repetition.
 */
export function gramsOf(folded: string): Uint16Array {
  const text = ` ${folded.slice(0, MOST_TEXT).replace(GAPS, " ").trim()} `;
  const seen = new Uint8Array(GRAM_BUCKETS / 8);
  const buckets: number[] = [];
  eachRun(text, SHORTEST, LONGEST, (hash) => {
    const bucket = hash & (GRAM_BUCKETS - 1);
    const bit = 1 << (bucket & 7);
    if (((seen[bucket >> 3] as number) & bit) !== 0) return;
    seen[bucket >> 3] = (seen[bucket >> 3] as number) | bit;
    buckets.push(bucket);
  });
  return Uint16Array.from(buckets);
}
