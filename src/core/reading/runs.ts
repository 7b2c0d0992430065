import { mixed, PRIME, SEED } from "../hash.ts";

/** From so many buckets on all bits are wiped at once. */
const MANY = 64;

/** Buckets, each once, in the order in which they were added. */
export class Runs {
  readonly #found: Uint16Array;
  /** A bit for each bucket: few enough to lie in the nearest cache. */
  readonly #met: Int32Array;
  #length = 0;

  constructor(buckets: number) {
    this.#found = new Uint16Array(buckets);
    this.#met = new Int32Array(buckets >> 5);
  }

  /** Whether it was not there before. */
  add(bucket: number): boolean {
    const bits = this.#met[bucket >> 5] as number;
    const bit = 1 << (bucket & 31);
    if ((bits & bit) !== 0) return false;
    this.#met[bucket >> 5] = bits | bit;
    this.#found[this.#length++] = bucket;
    return true;
  }

  /** Adds what stands from one place of an array to another. */
  addAll(buckets: Uint16Array, from: number, to: number): void {
    const met = this.#met;
    const found = this.#found;
    let length = this.#length;
    for (let i = from; i < to; i++) {
      const bucket = buckets[i] as number;
      const bits = met[bucket >> 5] as number;
      const bit = 1 << (bucket & 31);
      if ((bits & bit) !== 0) continue;
      met[bucket >> 5] = bits | bit;
      found[length++] = bucket;
    }
    this.#length = length;
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
    this.#forget();
    return taken;
  }

  /** The same, cut from a larger array. */
  cut(from: (length: number) => Uint16Array): Uint16Array {
    const taken = from(this.#length);
    this.#copy(taken, 0);
    return taken;
  }

  /** Moves what was found since the last time to a place of an array, and tells how many these are. */
  moveTo(array: Uint16Array, at: number): number {
    const length = this.#length;
    this.#copy(array, at);
    return length;
  }

  #copy(array: Uint16Array, at: number): void {
    for (let i = 0; i < this.#length; i++) array[at + i] = this.#found[i] as number;
    this.#forget();
  }

  #forget(): void {
    if (this.#length > MANY) this.#met.fill(0);
    else for (let i = 0; i < this.#length; i++) this.#met[(this.#found[i] as number) >> 5] = 0;
    this.#length = 0;
  }
}
