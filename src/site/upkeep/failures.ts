import type { FailingCheck } from "../../contract/views.ts";
import type { NotRun } from "../../core/judging/verdict.ts";

/** So many different failures are told apart; there are about fifty checks. */
const MOST = 100;

/** The checks that failed, as opposed to those that had nothing to go by. In memory: a lasting failure comes again. */
export class Failures {
  readonly #failing = new Map<string, FailingCheck>();

  note(notRun: readonly NotRun[]): void {
    for (const { signal, reason, failed } of notRun) {
      if (!failed) continue;
      const key = `${signal}\n${reason}`;
      const known = this.#failing.get(key);
      if (!known && this.#failing.size >= MOST) continue;
      this.#failing.set(key, { signal, reason, count: (known?.count ?? 0) + 1 });
    }
  }

  /** The most frequent first. */
  all(): FailingCheck[] {
    return [...this.#failing.values()].sort((a, b) => b.count - a.count);
  }
}
