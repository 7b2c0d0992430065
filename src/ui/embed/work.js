// @ts-check

/** A challenge is solved anew that is older, milliseconds: Hamlet takes no solution after an hour. */
const LIFE = 50 * 60_000;
/** Numbers tried at a time: between them the page goes on. */
const SLICE = 500;

/** What a blog asks to be solved for each comment: solved while she writes, as it takes a second or two. */
export class Work {
  /** @param {string} base */
  constructor(base) {
    this.base = base;
    this.begin();
  }

  begin() {
    this.began = Date.now();
    this.solution = fetch(`${this.base}/challenge`)
      .then((answer) => answer.json())
      .then(solve)
      .catch(() => undefined);
  }

  /**
   * Adds a solution to a form that brings none. It serves once: the next is begun.
   * @param {FormData} data
   */
  async addTo(data) {
    if (data.get("altcha")) return;
    if (Date.now() - (this.began ?? 0) > LIFE) this.begin();
    const altcha = await this.solution;
    if (altcha) data.set("altcha", altcha);
    this.begin();
  }
}

/**
 * Finds the number that a blog's challenge asks for, as ALTCHA's widget does; undefined: it cannot be found here.
 * @param {{algorithm: string, challenge: string, salt: string, signature: string, maxnumber: number}} challenge
 * @returns {Promise<string | undefined>} what is sent along with the form
 */
async function solve({ algorithm, challenge, salt, signature, maxnumber }) {
  const encoder = new TextEncoder();
  const wanted = BigInt(`0x${challenge.slice(0, 16)}`);
  for (let from = 0; from <= maxnumber; from += SLICE) {
    const tried = Array.from({ length: SLICE }, (_, i) =>
      crypto.subtle.digest(algorithm, encoder.encode(salt + (from + i))),
    );
    const at = (await Promise.all(tried)).findIndex((hash) => new DataView(hash).getBigUint64(0) === wanted);
    if (at >= 0) return btoa(JSON.stringify({ algorithm, challenge, number: from + at, salt, signature }));
    await new Promise((next) => setTimeout(next));
  }
  return undefined;
}
