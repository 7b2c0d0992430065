import { type Fingerprint, SKETCH_SLOTS } from "../reading/fingerprint.ts";

/** From this share of common word pairs on two texts are near each other: no signal asks for less. */
export const NEAR = 0.6;

/** Neighbouring slots of a sketch that are looked up together. */
const BAND = 2;
/** Of texts just near so many slots differ at most: of one band more, one at least is the same. */
const BANDS = SKETCH_SLOTS - Math.ceil(NEAR * SKETCH_SLOTS) + 1;

interface Kept<T> {
  readonly fingerprint: Fingerprint;
  value: T;
  /** The question that it was an answer to last. */
  asked: number;
}

/** What is kept of texts, to be found by texts near them without comparing all. */
export class NearTexts<T> {
  readonly #by = new Map<number, Kept<T>[]>();
  readonly #kept = new Map<string, Kept<T>>();
  #asked = 0;

  /** Keeps a value, in the place of one with its id. Of a text too short to be compared nothing is kept. */
  set(id: string, fingerprint: Fingerprint | undefined, value: T): void {
    const known = this.#kept.get(id);
    if (known && known.fingerprint === fingerprint) {
      known.value = value;
      return;
    }
    this.delete(id);
    if (!fingerprint) return;
    const kept = { fingerprint, value, asked: 0 };
    this.#kept.set(id, kept);
    for (const key of keysOf(fingerprint)) {
      const others = this.#by.get(key);
      if (others) others.push(kept);
      else this.#by.set(key, [kept]);
    }
  }

  delete(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#kept.delete(id);
    for (const key of keysOf(kept.fingerprint)) {
      const others = (this.#by.get(key) ?? []).filter((other) => other !== kept);
      if (others.length === 0) this.#by.delete(key);
      else this.#by.set(key, others);
    }
  }

  /** All that may be near a text: what is, and some that only begins to be. */
  *around(fingerprint: Fingerprint): Iterable<T> {
    const asked = ++this.#asked;
    for (const key of keysOf(fingerprint))
      for (const kept of this.#by.get(key) ?? []) {
        if (kept.asked === asked) continue;
        kept.asked = asked;
        yield kept.value;
      }
  }
}

/** Where a text is kept: by the number of each band and what stands in it. Two that meet by accident are compared in vain. */
function keysOf({ sketch }: Fingerprint): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const [a = 0, b = 0] = [sketch[band * BAND], sketch[band * BAND + 1]];
    return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b + band, 0x85ebca6b)) >>> 0;
  });
}
