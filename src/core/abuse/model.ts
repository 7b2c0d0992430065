import { type Coded, unpackCodedRoots } from "../classifier/packing.ts";
import stored from "./model.json" with { type: "json" };

/** The English abuse model as it is shipped: a character for each bucket's weight, no text. */
export interface StoredAbuseModel {
  readonly bias: number;
  /** Step of the weights' roots. */
  readonly step: number;
  /** Flagged from this score on: chosen for few false alarms. */
  readonly threshold: number;
  readonly measured: Readonly<Record<string, unknown>>;
  readonly weights: string;
}

export interface AbuseModel {
  readonly bias: number;
  readonly threshold: number;
  /** By bucket of features. */
  readonly weights: Coded;
}

/** Short texts are not judged as if each of their features were the whole. */
const LEAST_FEATURES = 20;

export const unpackAbuse = ({ bias, threshold, step, weights }: StoredAbuseModel): AbuseModel => ({
  bias,
  threshold,
  weights: unpackCodedRoots(weights, step),
});

let model: AbuseModel | undefined;

/** The shipped model, unpacked once. */
export function loadAbuseModel(): AbuseModel {
  model ??= unpackAbuse(stored as unknown as StoredAbuseModel);
  return model;
}

/** The scale of a text's features: a long one repeats its evidence rather than adding to it. */
export const abuseScale = (features: number): number => 1 / Math.sqrt(Math.max(features, LEAST_FEATURES));

/** Log-odds of abuse, uncalibrated: the sum of features' weights over the root of their number. */
export const abuseOf = (sum: number, features: number, { bias }: Pick<AbuseModel, "bias">): number =>
  bias + sum * abuseScale(features);
