import { kindAt, widthAt } from "../reading/characters.ts";
import { Runs } from "../reading/runs.ts";

import { IN_WORD } from "../reading/words.ts";

/** Buckets that character n-grams fall into; figures from experiments. */
export const GRAM_BUCKETS = 2 ** 16;
/** What their fit is worth beside that of the tokens. */
export const GRAM_SHARE = 0.5;
const SHORTEST = 2;
const LONGEST = 4;
/** Folded text beyond this repeats itself. */
const MOST_TEXT = 1200;
const SPACE = 0x20;

const units = new Uint16Array(MOST_TEXT + 2);
const runs = new Runs(GRAM_BUCKETS);

/**
 * Buckets of a folded text's runs of two to four characters, a space for whatever stands between words; without
 * repetition.
 */
export function gramsOf(folded: string): Uint16Array {
  runs.addRuns(units, spaced(folded.slice(0, MOST_TEXT)), SHORTEST, LONGEST, GRAM_BUCKETS - 1);
  return runs.take();
}

/** Writes a text's words with one space around each, and tells how many units these are. */
function spaced(text: string): number {
  let count = 0;
  units[count++] = SPACE;
  let at = 0;
  while (at < text.length) {
    const width = widthAt(text, at);
    if ((kindAt(text, at) & IN_WORD) !== 0) {
      units[count++] = text.charCodeAt(at);
      if (width === 2) units[count++] = text.charCodeAt(at + 1);
    } else if (count > 1 && units[count - 1] !== SPACE) units[count++] = SPACE;
    at += width;
  }
  if (count === 1 || units[count - 1] !== SPACE) units[count++] = SPACE;
  return count;
}
