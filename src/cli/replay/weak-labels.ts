import { lesson } from "../../core/classifier/learning.ts";
import type { Lesson } from "../../core/classifier/lesson.ts";
import { WEAK_AFTER, WEAK_WEIGHT, weakLabel } from "../../core/classifier/weak-label.ts";
import type { Policy } from "../../core/judging/policy.ts";
import type { Subject } from "../../core/reading/subject.ts";
import type { Learning } from "./learning.ts";

/** A site learns from its own verdicts once a day. */
const EVERY = 86_400_000;
/** Without times, whenever so many wait. */
const MANY = 100;

interface Waiting {
  readonly due: number;
  readonly taught: Lesson;
}

/** The filter's own sure verdicts, learned with little weight once nobody took them back for a week. */
export class WeakLabels {
  readonly #learning: Learning;
  readonly #waiting: Waiting[] = [];
  #next = 0;

  constructor(learning: Learning) {
    this.#learning = learning;
  }

  add(at: number | undefined, subject: Subject, policy: Policy, probability: number): void {
    const label = weakLabel(probability);
    if (!label) return;
    const taught = lesson(subject, this.#learning.starter, policy, label, WEAK_WEIGHT);
    this.#waiting.push({ due: (at ?? 0) + WEAK_AFTER, taught });
  }

  /** Learns what is due, a day's together. */
  learnUntil(at: number | undefined): void {
    if (at === undefined ? this.#waiting.length < MANY : at < this.#next) return;
    this.#next = (at ?? 0) + EVERY;
    for (let next = this.#waiting[0]; next && (at === undefined || next.due <= at); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#learning.teach(next.taught, next.due - WEAK_AFTER, "weak");
    }
  }
}
