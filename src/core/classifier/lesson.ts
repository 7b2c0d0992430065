import type { Comment } from "../comment.ts";
import type { Label } from "../judging/decision.ts";
import type { Policy } from "../judging/policy.ts";
import { featuresOf } from "../reading/features.ts";
import { read, type Subject } from "../reading/subject.ts";
import { scoreTokens } from "./score.ts";
import { COUNT_UNIT, emptySiteState } from "./site-state.ts";
import { loadStarter } from "./starter.ts";
import type { StarterModel } from "./starter-model.ts";

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

const nothingLearned = emptySiteState();

/** What a comment with this label teaches. It does not depend on what the site has learned so far. */
export function lesson(
  subject: Subject,
  starter: StarterModel | undefined,
  policy: Pick<Policy, "languages">,
  label: Label,
  weight: number,
): Lesson {
  const corpus = { starter, site: nothingLearned };
  const { points, letters, baseline, buckets } = scoreTokens(featuresOf(subject, policy), corpus);
  const base = points.reduce((sum, share) => sum + share, baseline + letters);
  return {
    label,
    weight: Math.round(weight * COUNT_UNIT),
    base: Math.round(base * BASE_UNIT),
    buckets: buckets.slice().sort(),
  };
}

/** The same of a comment that is yet to be read, as a stored one, by the model as it is shipped. */
export const lessonOn = (
  comment: Comment,
  policy: Pick<Policy, "languages" | "hosts">,
  label: Label,
  weight: number,
): Lesson => lesson(read(comment, policy.hosts), loadStarter(), policy, label, weight);

const HEADER = 3;
/** The first number of a stored lesson; 0 and 1 began those of earlier versions. */
const MARKS = { ham: 2, spam: 3 } as const;

/** A lesson as an event keeps it: mark, weight and base as int32, then the buckets as uint16. */
export function lessonToBytes({ label, weight, base, buckets }: Lesson): Uint8Array {
  const bytes = new Uint8Array(HEADER * 4 + buckets.length * 2);
  bytes.set(new Uint8Array(Int32Array.of(MARKS[label], weight, base).buffer));
  bytes.set(new Uint8Array(buckets.slice().buffer), HEADER * 4);
  return bytes;
}

/** Undefined: it is no lesson of this version. */
export function lessonFromBytes(bytes: Uint8Array): Lesson | undefined {
  const { buffer } = bytes.slice();
  const [mark, weight, base] = new Int32Array(buffer, 0, HEADER) as unknown as [number, number, number];
  if (mark !== MARKS.ham && mark !== MARKS.spam) return undefined;
  const label = mark === MARKS.spam ? "spam" : "ham";
  return { label, weight, base, buckets: new Uint16Array(buffer, HEADER * 4) };
}
