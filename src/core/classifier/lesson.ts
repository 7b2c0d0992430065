import type { Label } from "../judging/decision.ts";

/** Fixed point of the score that a lesson is told with: thousandths of log-odds. */
export const BASE_UNIT = 1000;

/** What one comment teaches a site: its tokens' buckets and its label, without the text. Whole numbers only. */
export interface Lesson {
  readonly label: Label;
  /** Thousandths of a document. */
  readonly weight: number;
  /** The comment's score by the shipped model alone, in thousandths. */
  readonly base: number;
  /** Buckets of its tokens, each once, rising. */
  readonly buckets: Uint16Array;
}

/** Whose word a lesson is: a person's decision, the filter's own unrevoked verdict, or an owner's import by its name. */
export type LessonSource = "decision" | "weak" | `import:${string}`;

/** A lesson among those that stand: told apart by its source and id. */
export interface StandingLesson extends Lesson {
  readonly source: LessonSource;
  readonly id: string;
  /** Keyed hash of the author's mail address: erasure finds the lesson by it. null: none was sent. */
  readonly mail: string | null;
  /** Milliseconds since 1970: of more than a site learns from, the newest count. */
  readonly at: number;
}
