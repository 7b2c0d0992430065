import { ABUSE_BUCKETS } from "../../core/abuse/features.ts";
import { abuseScale } from "../../core/abuse/model.ts";
import { MOST_SIGNED, squared } from "../../core/classifier/packing.ts";
import { fitLogistic } from "../training/logistic.ts";
import type { AbuseExample } from "./examples.ts";

const C = 20;
const EPOCHS = 5;
const SOURCE_ROWS = 1500;
/** Roots of weights are rounded to such steps, and reach so many to each side: weights up to 25. */
export const STEP = 0.11;
const MOST_STEPS = MOST_SIGNED;

/** A model as it was fitted. */
interface Fitted {
  readonly bias: number;
  readonly weights: Float32Array;
}

/** Logistic regression over buckets, each source and class counting much alike; weights as coarse as they are shipped. */
export function fitAbuse(rows: readonly AbuseExample[]): Fitted {
  const counts = new Map<string, number>();
  const key = ({ source, abuse }: AbuseExample) => `${source} ${abuse}`;
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const fitted = fitLogistic(
    rows.map((row) => ({
      features: row.features,
      positive: row.abuse,
      cost: C * Math.min(1, Math.sqrt(SOURCE_ROWS / (counts.get(key(row)) as number))),
      scale: abuseScale(row.features.length),
    })),
    new Float64Array(ABUSE_BUCKETS).fill(1),
    { epochs: EPOCHS },
  );
  return {
    bias: fitted[ABUSE_BUCKETS] as number,
    weights: Float32Array.from(fitted.subarray(0, ABUSE_BUCKETS), (weight) =>
      squared(stepsOf(weight) * STEP),
    ),
  };
}

/** The steps of a weight's root. */
export const stepsOf = (weight: number): number =>
  Math.sign(weight) * Math.min(MOST_STEPS, Math.round(Math.sqrt(Math.abs(weight)) / STEP));

export function scoreOf({ bias, weights }: Fitted, features: Uint16Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] as number;
  return bias + sum * abuseScale(features.length);
}
