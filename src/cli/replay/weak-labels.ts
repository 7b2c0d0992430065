import type { Corpus } from "../../core/classifier/corpus.ts";
import { learn, lesson } from "../../core/classifier/lesson.ts";
import { WEAK_AFTER, WEAK_WEIGHT, weakLabel } from "../../core/classifier/weak-label.ts";
import type { Label } from "../../core/judging/decision.ts";
import type { Policy } from "../../core/judging/policy.ts";
import type { Subject } from "../../core/reading/subject.ts";

interface Waiting {
  readonly due: number;
  readonly subject: Subject;
  readonly policy: Policy;
  readonly label: Label;
}

/** The filter's own sure verdicts, learned with little weight once nobody took them back for a week. */
export class WeakLabels {
  readonly #corpus: Corpus;
  readonly #waiting: Waiting[] = [];

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  add(at: number | undefined, subject: Subject, policy: Policy, probability: number): void {
    const label = weakLabel(probability);
    if (label) this.#waiting.push({ due: (at ?? 0) + WEAK_AFTER, subject, policy, label });
  }

  /** Learns what is due; without times everything is due at once. */
  learnUntil(at: number | undefined): void {
    for (let next = this.#waiting[0]; next && (at === undefined || next.due <= at); next = this.#waiting[0]) {
      this.#waiting.shift();
      learn(this.#corpus.site, lesson(next.subject, this.#corpus, next.policy, next.label, WEAK_WEIGHT));
    }
  }
}
