import type { PayloadKind } from "../reading/payload.ts";
import { placeOf, type Status } from "./decision.ts";
import type { Outcome, Verdict } from "./verdict.ts";

/** Probability thresholds: publish below, reject above, a person decides between. */
export interface Thresholds {
  /** For a comment that holds something to follow. */
  readonly publishBelow: number;
  /** For one that holds nothing: a bare spam that is published is an empty compliment, a bare good one that waits a reader lost. */
  readonly publishBareBelow: number;
  readonly rejectAbove: number;
}

/** The named settings; figures from replays of whole blogs, see docs/accuracy.md. */
export const settings = {
  careful: { publishBelow: 0.002, publishBareBelow: 0.05, rejectAbove: 0.998 },
  balanced: { publishBelow: 0.02, publishBareBelow: 0.5, rejectAbove: 0.99 },
  light: { publishBelow: 0.05, publishBareBelow: 0.8, rejectAbove: 0.99 },
} as const satisfies Record<string, Thresholds>;

/** Below which probability a comment is published: that of bare ones only if it is known to hold nothing to follow. */
export const publishLimit = (
  { publishBelow, publishBareBelow }: Thresholds,
  payload: readonly PayloadKind[] | undefined,
): number => (payload?.length === 0 ? publishBareBelow : publishBelow);

/** What the score alone leads to. */
export function outcomeOf(
  probability: number,
  thresholds: Thresholds,
  payload: readonly PayloadKind[] | undefined,
): Outcome {
  if (probability > thresholds.rejectAbove) return "reject";
  return probability < publishLimit(thresholds, payload) ? "publish" : "review";
}

/** Where a verdict puts a comment: one of a wave that a person discarded is discarded, too. */
export const placeFor = ({ outcome, policy }: Pick<Verdict, "outcome" | "policy">): Status =>
  outcome === "reject" && policy.some(({ discards }) => discards) ? "discarded" : placeOf[outcome];

export type Setting = keyof typeof settings;

/** What the owner decided for her site. Rules stand beside the score, never in it. */
export interface Policy {
  readonly thresholds: Thresholds;
  /** The site's own host names: links to them are no link spam. */
  readonly hosts: readonly string[];
  /** Languages the site is written in, BCP 47; empty = any. */
  readonly languages: readonly string[];
  readonly holdFirstTimers: boolean;
  readonly holdLinks: boolean;
  /** Whether what may be an insult or a threat is held; undefined: it is. */
  readonly holdAbuse?: boolean | undefined;
  /** Comments on posts older than so many days are held; undefined, null: a post's age does not matter. */
  readonly holdOlder?: number | null | undefined;
  /** Words, domains or mail addresses whose comments are rejected / published. */
  readonly blocked: readonly string[];
  readonly allowed: readonly string[];
  /** The blog's own people: names they comment under, and users of the blog's own as `id:7`. */
  readonly own?: readonly string[] | undefined;
}
