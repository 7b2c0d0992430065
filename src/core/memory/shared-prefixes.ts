import type { Status } from "../judging/decision.ts";

/** Of a comment, what says who wrote it and where from. Hashes are keyed. */
interface Came {
  readonly status: Status;
  readonly mail: string | undefined;
  readonly name: string | undefined;
  readonly prefix: string | undefined;
}

/** With fewer authors nothing is said. */
const ENOUGH_AUTHORS = 20;

/**
 * Parts of the network that more than half of the published authors came by: a proxy's, most likely, which says
 * nothing of a person. Only what was published counts, so that a flood does not make its own network one. They are counted as
 * comments come and go: each comment asks, and to look through all that are kept took a seventh of its time.
 */
export class SharedPrefixes {
  /** Comments of each author, in all and by each part. */
  readonly #all = new Map<string, number>();
  readonly #byPrefix = new Map<string, Map<string, number>>();
  #shared: ReadonlySet<string> | undefined;

  add(came: Came): void {
    this.#count(came, 1);
  }

  /** One that was added. */
  remove(came: Came): void {
    this.#count(came, -1);
  }

  get shared(): ReadonlySet<string> {
    this.#shared ??= this.#found();
    return this.#shared;
  }

  #found(): ReadonlySet<string> {
    const all = this.#all.size;
    if (all < ENOUGH_AUTHORS) return new Set();
    return new Set([...this.#byPrefix].filter(([, { size }]) => size * 2 > all).map(([prefix]) => prefix));
  }

  #count({ status, mail, name, prefix }: Came, n: 1 | -1): void {
    if (status !== "published" || prefix === undefined) return;
    this.#shared = undefined;
    const author = mail ?? `name ${name ?? ""}`;
    const authors = this.#byPrefix.get(prefix) ?? new Map<string, number>();
    add(this.#all, author, n);
    add(authors, author, n);
    if (authors.size === 0) this.#byPrefix.delete(prefix);
    else this.#byPrefix.set(prefix, authors);
  }
}

/** Counts one more or one less; of whom there is none any more nothing is kept. */
function add(counts: Map<string, number>, key: string, n: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + n;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
