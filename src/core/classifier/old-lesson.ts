import type { Label } from "../judging/decision.ts";
import { BASE_UNIT, type Lesson } from "./lesson.ts";
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

/** What a lesson of an earlier version had added to the site's state, which was the sum of them. */
export interface OldLesson {
  readonly label: Label;
  readonly weight: number;
  /** Added to the weight of each bucket, and to the bias. */
  readonly step: number;
  readonly biasStep: number;
  readonly buckets: Uint16Array;
}

const HEADER = 4;
/** The bias moved by this share of the error, which so is told by it. */
const BIAS_STEP = 0.02;
/** An error so near to 0 or 1 tells no more of the score. */
const LEAST_ERROR = 0.001;

/** Reads label, weight and steps as int32, then the buckets as uint16. */
export function oldLessonFromBytes(bytes: Uint8Array): OldLesson {
  const { buffer } = bytes.slice();
  const [label, weight, step, biasStep] = new Int32Array(buffer, 0, HEADER) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const buckets = new Uint16Array(buffer, HEADER * 4);
  return { label: label === 1 ? "spam" : "ham", weight, step, biasStep, buckets };
}

/** Reads a batch of weak ones: for each comment the lengths of its id and lesson (uint16), the id, the lesson. */
export function oldBatchFromBytes(bytes: Uint8Array): [id: string, lesson: OldLesson][] {
  const batch: [string, OldLesson][] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const name = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const id = new TextDecoder().decode(bytes.subarray(at + 4, at + 4 + name));
    batch.push([id, oldLessonFromBytes(bytes.slice(at + 4 + name, at + 4 + name + length))]);
    at += 4 + name + length;
  }
  return batch;
}

/** Takes an old lesson out of a state of its time, in place: exactly, as all is in whole numbers. */
export function subtract({ table }: SiteState, { label, weight, step, biasStep, buckets }: OldLesson): void {
  const take = (at: number, amount: number) => {
    table[at] = (table[at] as number) - amount;
  };
  const countAt = label === "spam" ? spamAt : hamAt;
  for (const bucket of buckets) {
    take(countAt(bucket), weight);
    take(weightAt(bucket), step);
  }
  take(label === "spam" ? SPAM_TOTAL : HAM_TOTAL, weight);
  take(BIAS, biasStep);
  take(LESSONS, weight);
}

/** The lesson as it is told now. Its score is the one at which it was learned: how far it stepped tells that. */
export function renewed({ label, weight, biasStep, buckets }: OldLesson): Lesson {
  const step = (weight / COUNT_UNIT) * BIAS_STEP * WEIGHT_UNIT;
  const error = Math.min(1 - LEAST_ERROR, Math.max(LEAST_ERROR, Math.abs(biasStep) / step));
  const score = Math.log((1 - error) / error);
  const base = Math.round((label === "spam" ? score : -score) * BASE_UNIT);
  return { label, weight, base, buckets: buckets.slice().sort() };
}
