import type { Decision, Status } from "../core/judging/decision.ts";
import type { Outcome } from "../core/judging/verdict.ts";
import type { CommentView } from "./views.ts";

/** Comments that came in on a day, by what the filter judged; blatant ones are among the rejected. */
export interface DayCounts {
  readonly publish: number;
  readonly review: number;
  readonly reject: number;
  readonly blatant: number;
}

/** `day`: days since 1970, UTC. */
export interface Day extends DayCounts {
  readonly day: number;
}

/** Decisions that stand, by what the filter had judged and what the person said. */
export interface DecidedCount {
  readonly day: number;
  readonly outcome: Outcome;
  readonly decision: Decision;
  readonly count: number;
}

/** What one signal said of comments that people decided on. */
export interface SignalScore {
  readonly signal: string;
  /** It spoke for what the person said, or against it. */
  readonly right: number;
  readonly wrong: number;
  /** Mean of |points|. */
  readonly weight: number;
}

/** What a site's dashboard shows. Days since 1970, UTC. */
export interface Insight {
  readonly days: readonly Day[];
  readonly decided: readonly DecidedCount[];
  /** From decided comments that are still kept. */
  readonly signals: readonly SignalScore[];
  /** How many those are. */
  readonly measured: number;
  /** The newest good comments that the filter rejected and a person saved. */
  readonly lost: readonly CommentView[];
  /** What came in during as many days before. */
  readonly before: number;
  /** Half of those held that people decided on waited less, milliseconds; null: nobody decided on one. */
  readonly waited: number | null;
  /** What the filter stopped and nobody has seen: how many, and those that it is least sure of. */
  readonly unseen: number;
  readonly unsure: readonly CommentView[];
}

/** What became of a comment by people: a decision that stands, or none. */
export type Said = Exclude<Status, "pending"> | "nothing";

export interface ComparedCount {
  readonly would: Outcome;
  readonly said: Said;
  readonly count: number;
}

/** What the filter would have done with the comments of log-only mode, beside what people did with them. */
export interface Compared {
  readonly counts: readonly ComparedCount[];
  /** When the first of these comments came, milliseconds since 1970; null: none has. */
  readonly since: number | null;
  /** The newest of those on which people and the filter differ. */
  readonly differing: readonly CommentView[];
}
