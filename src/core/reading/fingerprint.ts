import { hash } from "../hash.ts";
import type { Subject } from "./subject.ts";
import { firstWords } from "./words.ts";

/** A comment for comparing: the hash of its folded words, and a MinHash sketch of their pairs. */
export interface Fingerprint {
  readonly exact: string;
  readonly sketch: Uint32Array;
}

/** The same as it may be stored. */
export interface Sketched {
  readonly exact: string;
  readonly sketch: ArrayLike<number>;
}

/** Slots of a sketch: the estimate's standard error is at most .09. */
export const SKETCH_SLOTS = 32;
/** "Great post, thank you!" is everybody's text: shorter ones are not compared. */
const MIN_WORDS = 6;
const MOST_WORDS = 400;

/** Undefined: too short to be told from anybody else's. Links count only where there is little else. */
export function fingerprint(subject: Pick<Subject, "words" | "links">): Fingerprint | undefined {
  const said = subject.words.slice(0, MOST_WORDS);
  const words = said.length < MIN_WORDS ? [...said, ...wordsOfLinks(subject)].slice(0, MOST_WORDS) : said;
  const characters = words.length < MIN_WORDS ? [...words.join("")] : [];
  const units = words.length >= MIN_WORDS ? words : characters;
  if (units.length < MIN_WORDS * (characters.length > 0 ? 4 : 1)) return undefined;
  const text = words.join(" ");
  const exact = (hash(text).toString(16) + hash(`${text}\n`).toString(16)).padStart(16, "0");
  return { exact, sketch: sketch(units) };
}

const wordsOfLinks = ({ links }: Pick<Subject, "links">) =>
  links.flatMap(({ host, path }) => firstWords(`${host} ${path.toLowerCase()}`, MOST_WORDS));

/** Estimated Jaccard similarity of two texts' word pairs, 0..1. */
export function similarity(a: Pick<Sketched, "sketch">, b: Pick<Sketched, "sketch">): number {
  let same = 0;
  for (let slot = 0; slot < SKETCH_SLOTS; slot++) if (a.sketch[slot] === b.sketch[slot]) same++;
  return same / SKETCH_SLOTS;
}

/** One-permutation MinHash: each pair falls into one slot; an empty slot borrows from the next, so that all can be compared. */
function sketch(units: readonly string[]): Uint32Array {
  const least = new Uint32Array(SKETCH_SLOTS).fill(0xffffffff);
  for (let i = 0; i + 1 < units.length; i++) {
    const value = hash(`${units[i]} ${units[i + 1]}`);
    const slot = value % SKETCH_SLOTS;
    if (value < (least[slot] as number)) least[slot] = value;
  }
  const filled = least.slice();
  for (let slot = 0; slot < SKETCH_SLOTS; slot++) {
    for (let step = 1; filled[slot] === 0xffffffff && step < SKETCH_SLOTS; step++) {
      const lender = least[(slot + step) % SKETCH_SLOTS] as number;
      if (lender !== 0xffffffff) filled[slot] = (lender + step) >>> 0;
    }
  }
  return filled;
}
