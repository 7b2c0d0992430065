import type { Subject } from "./subject.ts";

const KEPT = 4;

/** What was made of the subjects that were asked about last: one comment is asked about several times in a row. */
export class LastAsked<T> {
  readonly #subjects: (Subject | undefined)[] = new Array(KEPT).fill(undefined);
  readonly #made: (T | undefined)[] = new Array(KEPT).fill(undefined);
  #next = 0;

  /** What is known of a subject, else what is now made of it. `holds`: whether what is known is what is asked for. */
  of(subject: Subject, make: (subject: Subject) => T, holds?: (made: T) => boolean): T {
    for (let i = 0; i < KEPT; i++)
      if (this.#subjects[i] === subject && (holds === undefined || holds(this.#made[i] as T)))
        return this.#made[i] as T;
    const made = make(subject);
    this.#subjects[this.#next] = subject;
    this.#made[this.#next] = made;
    this.#next = (this.#next + 1) % KEPT;
    return made;
  }
}
