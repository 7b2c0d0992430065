import { mixed, PRIME, SEED } from "../hash.ts";

/** Buckets, each once, in the order in which they were added; those of runs of characters by their hashes. */
export class Runs {
  readonly #found: Uint16Array;
  #length = 0;
  readonly #seen: Uint8Array;

  constructor(buckets: number) {
    this.#found = new Uint16Array(buckets);
    this.#seen = new Uint8Array(buckets);
  }

  /** Whether it was not there before. */
  add(bucket: number): boolean {
    if (this.#seen[bucket] === 1) return false;
    this.#seen[bucket] = 1;
    this.#found[this.#length++] = bucket;
    return true;
  }

  /** Adds all runs of `shortest` to `longest` of the first so many units; of a hash the bits of `mask` count. */
  addRuns(units: Uint16Array, count: number, shortest: number, longest: number, mask: number): void {
    for (let at = 0; at + shortest <= count; at++) {
      let value = SEED;
      const end = Math.min(count, at + longest);
      for (let i = at; i < end; i++) {
        value = Math.imul(value ^ (units[i] as number), PRIME);
        if (i - at + 1 >= shortest) this.add(mixed(value) & mask);
      }
    }
  }

  /** What was found since the last time. */
  take(): Uint16Array {
    const taken = this.#found.slice(0, this.#length);
    for (const bucket of taken) this.#seen[bucket] = 0;
    this.#length = 0;
    return taken;
  }
}
