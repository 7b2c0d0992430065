import { hash } from "node:crypto";

/**
 * Which comments of a history were met. Of each a digest of 64 bits is kept, as a million ids would fill the memory: that two
 * of a million comments share one happens once in forty million histories.
 */
export class Met {
  /** Two numbers a slot, 0 and 0 where nothing is; a digest stands in the first free slot from its own on. */
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  /** Notes a comment; answers whether it is new. */
  add(source: string, id: string): boolean {
    const digest = hash("sha1", `${source} ${id}`);
    // 0 stands where nothing is.
    const low = Number.parseInt(digest.slice(0, 8), 16) || 1;
    const added = put(this.#slots, low, Number.parseInt(digest.slice(8, 16), 16));
    if (added && ++this.#size * 8 > this.#slots.length * 3) this.#grow();
    return added;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let i = 0; i < this.#slots.length; i += 2) {
      const [low, high] = [this.#slots[i] as number, this.#slots[i + 1] as number];
      if (low !== 0) put(slots, low, high);
    }
    this.#slots = slots;
  }
}

function put(slots: Uint32Array, low: number, high: number): boolean {
  const mask = slots.length - 1;
  let at = (high * 2) & mask;
  while (slots[at] !== 0) {
    if (slots[at] === low && slots[at + 1] === high) return false;
    at = (at + 2) & mask;
  }
  slots[at] = low;
  slots[at + 1] = high;
  return true;
}
