/** Tokens of one comment at most: those of its words, its author's name and the hosts that it names. */
const MOST = 2048;
/** Places to look one up: more than twice as many. */
const SLOTS = 2 * MOST;
const LAST_ROUND = Math.floor(2 ** 31 / MOST) - 1;

/** Tokens in order of first appearance, each once, with their hashes. One list is filled and taken again and again. */
export class TokenList {
  #texts: string[] = [];
  readonly #hashes = new Uint32Array(MOST);
  /** By the end of the hash: the round in which it was put there, times MOST, and the token's place. */
  readonly #slots = new Int32Array(SLOTS);
  #round = 1;

  get size(): number {
    return this.#texts.length;
  }

  add(text: string, hash: number): void {
    const count = this.#texts.length;
    const first = this.#round * MOST;
    let slot = hash & (SLOTS - 1);
    for (let at = this.#slots[slot] as number; at >= first; at = this.#slots[slot] as number) {
      if (this.#hashes[at - first] === hash && this.#texts[at - first] === text) return;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (count === MOST) return;
    this.#slots[slot] = first + count;
    this.#hashes[count] = hash;
    this.#texts.push(text);
  }

  /** What was added since the last time. */
  take(): { readonly texts: readonly string[]; readonly hashes: Uint32Array } {
    const texts = this.#texts;
    this.#texts = [];
    if (++this.#round > LAST_ROUND) {
      this.#round = 1;
      this.#slots.fill(0);
    }
    return { texts, hashes: this.#hashes.subarray(0, texts.length) };
  }
}
