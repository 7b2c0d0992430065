import type { Label } from "../judging/decision.ts";
import type { Policy } from "../judging/policy.ts";
import { featuresOf } from "../reading/features.ts";
import type { Subject } from "../reading/subject.ts";
import type { Corpus } from "./corpus.ts";
import { scoreTokens } from "./score.ts";
import {
  BIAS,
  COUNT_UNIT,
  HAM_TOTAL,
  hamAt,
  LESSONS,
  type SiteState,
  SPAM_TOTAL,
  spamAt,
  WEIGHT_UNIT,
  weightAt,
} from "./site-state.ts";

/** Step of the site's weights: larger while it knows little. From replays of whole blogs. */
const LEAST_STEP = 0.15;
const EARLY_STEP = 0.3;
const EARLY_LESSONS = 30;
const BIAS_STEP = 0.02;

/** What one event added to a site's state; integers in the state's units. */
export interface Lesson {
  readonly label: Label;
  /** Thousandths of a document. */
  readonly weight: number;
  /** Added to the weight of each bucket, and to the bias. */
  readonly step: number;
  readonly biasStep: number;
  readonly buckets: Uint16Array;
}

/** What a comment with this label would add, at the state as it is. Changes nothing. */
export function lesson(
  subject: Subject,
  corpus: Corpus,
  policy: Policy,
  label: Label,
  weight: number,
): Lesson {
  const { points, letters, baseline, buckets } = scoreTokens(featuresOf(subject, policy), corpus);
  const z = points.reduce((sum, share) => sum + share, baseline + letters);
  const error = (label === "spam" ? 1 : 0) - 1 / (1 + Math.exp(-z));
  const lessons = (corpus.site.table[LESSONS] as number) / COUNT_UNIT;
  const rate = LEAST_STEP + EARLY_STEP / (1 + lessons / EARLY_LESSONS);
  return {
    label,
    weight: Math.round(weight * COUNT_UNIT),
    step: Math.round(weight * rate * error * WEIGHT_UNIT),
    biasStep: Math.round(weight * BIAS_STEP * error * WEIGHT_UNIT),
    buckets,
  };
}

/** Adds a lesson, in place. */
export const learn = (state: SiteState, taught: Lesson): void => change(state, taught, 1);

/** Takes a lesson away, in place: the state is then as if it had never been, to the bit. */
export const unlearn = (state: SiteState, taught: Lesson): void => change(state, taught, -1);

function change(
  { table }: SiteState,
  { label, weight, step, biasStep, buckets }: Lesson,
  sign: 1 | -1,
): void {
  const add = (at: number, amount: number) => {
    table[at] = (table[at] as number) + sign * amount;
  };
  const countAt = label === "spam" ? spamAt : hamAt;
  for (const bucket of buckets) {
    add(countAt(bucket), weight);
    add(weightAt(bucket), step);
  }
  add(label === "spam" ? SPAM_TOTAL : HAM_TOTAL, weight);
  add(BIAS, biasStep);
  add(LESSONS, weight);
}

const HEADER = 4;

/** A lesson as it is stored: label, weight, steps as int32, then the buckets as uint16. */
export function lessonToBytes({ label, weight, step, biasStep, buckets }: Lesson): Uint8Array {
  const header = Int32Array.of(label === "spam" ? 1 : 0, weight, step, biasStep);
  const bytes = new Uint8Array(HEADER * 4 + buckets.length * 2);
  bytes.set(new Uint8Array(header.buffer));
  bytes.set(new Uint8Array(buckets.slice().buffer), HEADER * 4);
  return bytes;
}

export function lessonFromBytes(bytes: Uint8Array): Lesson {
  const { buffer } = bytes.slice();
  const [label, weight, step, biasStep] = new Int32Array(buffer, 0, HEADER) as unknown as [
    number,
    number,
    number,
    number,
  ];
  return {
    label: label === 1 ? "spam" : "ham",
    weight,
    step,
    biasStep,
    buckets: new Uint16Array(buffer, HEADER * 4),
  };
}
