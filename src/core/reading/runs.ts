import { mixed, PRIME, SEED } from "../hash.ts";

const LAST_ROUND = 0xff;

/** Buckets, each once, in the order in which they were added. */
export class Runs {
  readonly #found: Uint16Array;
  #length = 0;
  /** By bucket: the round in which it was added last. */
  readonly #rounds: Uint8Array;
  #round = 1;

  constructor(buckets: number) {
    this.#found = new Uint16Array(buckets);
    this.#rounds = new Uint8Array(buckets);
  }

  /** Whether it was not there before. */
  add(bucket: number): boolean {
    if (this.#rounds[bucket] === this.#round) return false;
    this.#rounds[bucket] = this.#round;
    this.#found[this.#length++] = bucket;
    return true;
  }

  addAll(buckets: Uint16Array): void {
    for (let i = 0; i < buckets.length; i++) this.add(buckets[i] as number);
  }

  /** Adds all runs of `shortest` to `longest` of the first so many units, by their hashes, of which the bits of `mask` count. */
  addRuns(units: Uint16Array, count: number, shortest: number, longest: number, mask: number): void {
    for (let at = 0; at + shortest <= count; at++) {
      let value = SEED;
      const end = Math.min(count, at + longest);
      const first = at + shortest - 1;
      for (let i = at; i < first; i++) value = Math.imul(value ^ (units[i] as number), PRIME);
      for (let i = first; i < end; i++) {
        value = Math.imul(value ^ (units[i] as number), PRIME);
        this.add(mixed(value) & mask);
      }
    }
  }

  /** What was found since the last time. */
  take(): Uint16Array {
    const taken = this.#found.slice(0, this.#length);
    this.#length = 0;
    if (++this.#round > LAST_ROUND) {
      this.#round = 1;
      this.#rounds.fill(0);
    }
    return taken;
  }
}
