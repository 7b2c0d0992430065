import type { FailingCheck, Refusal } from "../../contract/views.ts";
import type { NotRun } from "../../core/judging/verdict.ts";
import type { Meta } from "../tables/meta.ts";

/** Kinds of refusals kept, those seen last. */
const MOST = 20;
/** Written down at most so often, milliseconds, but for a new kind: a broken client must not use up the day's rows. */
const EVERY = 60_000;

/** What was refused of the submissions sent: the field at fault, never what stood in it. */
export class Refusals {
  readonly #meta: Meta;
  #kinds: readonly Refusal[];
  #saved = 0;

  constructor(meta: Meta) {
    this.#meta = meta;
    this.#kinds = meta.refusals;
  }

  /** The newest first. */
  get all(): readonly Refusal[] {
    return this.#kinds;
  }

  note(status: number, pointers: readonly string[], at: number): void {
    const named = new Set(pointers.length === 0 ? [""] : pointers.slice(0, MOST));
    const isOf = (kind: Refusal) => kind.status === status && named.has(kind.pointer);
    const counts = new Map(this.#kinds.filter(isOf).map(({ pointer, count }) => [pointer, count]));
    const noted = [...named].map((pointer) => ({
      status,
      pointer,
      count: (counts.get(pointer) ?? 0) + 1,
      at,
    }));
    this.#kinds = [...noted, ...this.#kinds.filter((kind) => !isOf(kind))].slice(0, MOST);
    if (counts.size === named.size && at - this.#saved < EVERY) return;
    this.#saved = at;
    this.#meta.refusals = this.#kinds;
  }
}

/** So many different failures are told apart; there are about fifty checks. */
const MOST_FAILURES = 100;

/** The checks that failed, as opposed to those that had nothing to go by. In memory: a lasting failure comes again. */
export class Failures {
  readonly #failing = new Map<string, FailingCheck>();

  note(notRun: readonly NotRun[]): void {
    for (const { signal, reason, failed } of notRun) {
      if (!failed) continue;
      const key = `${signal}\n${reason}`;
      const known = this.#failing.get(key);
      if (!known && this.#failing.size >= MOST_FAILURES) continue;
      this.#failing.set(key, { signal, reason, count: (known?.count ?? 0) + 1 });
    }
  }

  /** The most frequent first. */
  all(): FailingCheck[] {
    return [...this.#failing.values()].sort((a, b) => b.count - a.count);
  }
}
