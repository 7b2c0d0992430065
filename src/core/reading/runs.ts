import { mixed, PRIME, SEED } from "../hash.ts";

/** From so many buckets on all bits are wiped at once. */
const MANY = 64;
const BUCKET = 0xffff;
/** Above a bucket stands the code of what it weighs, so that one look at a word tells both. */
const CODE = 16;

/** A bucket with the code of its weight. */
export const coded = (bucket: number, codes: Uint8Array): number =>
  bucket | ((codes[bucket] as number) << CODE);

/** Buckets, at most 65,536, each once, in the order in which they were added; with the codes of their weights, where these are asked for. */
export class Runs {
  readonly #found: Int32Array;
  /** A bit for each bucket: few enough to lie in the nearest cache. */
  readonly #met: Int32Array;
  #length = 0;

  constructor(buckets: number) {
    this.#found = new Int32Array(buckets);
    this.#met = new Int32Array(buckets >> 5);
  }

  /** How many were added since they were last taken. */
  get size(): number {
    return this.#length;
  }

  /** Adds a bucket, or one with a code. Whether it was not there before. */
  add(run: number): boolean {
    const bucket = run & BUCKET;
    const bits = this.#met[bucket >> 5] as number;
    const bit = 1 << (bucket & 31);
    if ((bits & bit) !== 0) return false;
    this.#met[bucket >> 5] = bits | bit;
    this.#found[this.#length++] = run;
    return true;
  }

  /** Adds what stands from one place of an array to another. */
  addAll(runs: Int32Array, from: number, to: number): void {
    const met = this.#met;
    const found = this.#found;
    let length = this.#length;
    for (let i = from; i < to; i++) {
      const run = runs[i] as number;
      const place = (run & BUCKET) >> 5;
      const bits = met[place] as number;
      const bit = 1 << (run & 31);
      if ((bits & bit) !== 0) continue;
      met[place] = bits | bit;
      found[length++] = run;
    }
    this.#length = length;
  }

  /** Adds all runs of `shortest` to `longest` of the first so many units, by their hashes, of which the bits of `mask` count. */
  addRuns(
    units: Uint16Array,
    count: number,
    [shortest, longest]: readonly [number, number],
    mask: number,
    codes: Uint8Array,
  ): void {
    for (let at = 0; at + shortest <= count; at++) {
      let value = SEED;
      const end = Math.min(count, at + longest);
      const first = at + shortest - 1;
      for (let i = at; i < first; i++) value = Math.imul(value ^ (units[i] as number), PRIME);
      for (let i = first; i < end; i++) {
        value = Math.imul(value ^ (units[i] as number), PRIME);
        this.add(coded(mixed(value) & mask, codes));
      }
    }
  }

  /** The buckets that were found since the last time. */
  take(): Uint16Array {
    const taken = Uint16Array.from(this.#found.subarray(0, this.#length));
    this.forget();
    return taken;
  }

  /** Moves what was found since the last time, with its codes, to a place of an array, and tells how many these are. */
  moveTo(array: Int32Array, at: number): number {
    const length = this.#length;
    for (let i = 0; i < length; i++) array[at + i] = this.#found[i] as number;
    this.forget();
    return length;
  }

  /** What was found since the last time weighs so much together: by its codes, the value of each. */
  takeSum(values: Float32Array): number {
    const found = this.#found;
    let sum = 0;
    for (let i = 0; i < this.#length; i++) sum += values[(found[i] as number) >>> CODE] as number;
    this.forget();
    return sum;
  }

  /** Leaves what was found. */
  forget(): void {
    if (this.#length > MANY) this.#met.fill(0);
    else for (let i = 0; i < this.#length; i++) this.#met[((this.#found[i] as number) & BUCKET) >> 5] = 0;
    this.#length = 0;
  }
}
