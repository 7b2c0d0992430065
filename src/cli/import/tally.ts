import type { Past, Read } from "./past.ts";

/** What a history holds, counted. */
export class Tally {
  readonly #read = new Map<string, number>();
  readonly #leftOut = new Map<string, number>();
  #first: string | undefined;
  #last: string | undefined;

  /** Counts a comment; answers it when it is one that is brought in. */
  take(read: Read): Past | undefined {
    if ("leftOut" in read) {
      count(this.#leftOut, read.leftOut);
      return undefined;
    }
    count(this.#read, `${read.label} ${read.by}`);
    const { submittedAt } = read.comment ?? {};
    if (submittedAt) {
      if (this.#first === undefined || submittedAt < this.#first) this.#first = submittedAt;
      if (this.#last === undefined || submittedAt > this.#last) this.#last = submittedAt;
    }
    return read;
  }

  /** How many comments say that: `ham person`, `spam filter`, … */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#read].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** How many were left out, by reason. */
  get leftOut(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#leftOut].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The table that people read. */
  lines(): string[] {
    const span =
      this.#first === undefined ? [] : [`From ${this.#first.slice(0, 10)} to ${this.#last?.slice(0, 10)}.`];
    return [
      ...ROWS.map(([key, words]) => row(this.#read.get(key) ?? 0, words)).filter(isLine),
      ...Object.entries(this.leftOut)
        .map(([reason, n]) => row(n, `left out: ${reason}`))
        .filter(isLine),
      ...span,
    ];
  }
}

const ROWS = [
  ["ham person", "published: taught as good"],
  ["ham filter", "let through by a filter: a weak lesson"],
  ["spam person", "called spam by a person: taught as spam"],
  ["spam filter", "called spam by the old system's filter: a weak lesson"],
  ["pending person", "waiting there: taught as nothing"],
  ["skip person", "of which nothing is taught"],
  ["skip filter", "that nobody decided on: taught as nothing"],
  ["pending filter", "waiting there for a filter: taught as nothing"],
] as const;

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
const row = (n: number, words: string) => (n === 0 ? undefined : `${String(n).padStart(9)}  ${words}`);
const isLine = (line: string | undefined): line is string => line !== undefined;
