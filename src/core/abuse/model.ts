import stored from "./model.json" with { type: "json" };

/** The English abuse model as it is shipped: no text, hashes and weights in base64. */
export interface StoredAbuseModel {
  readonly bias: number;
  readonly step: number;
  /** Flagged from this score on: chosen for few false alarms. */
  readonly threshold: number;
  readonly measured: Readonly<Record<string, unknown>>;
  /** uint32 hashes, rising, and their int8 weights. */
  readonly hashes: string;
  readonly weights: string;
}

export interface AbuseModel {
  readonly bias: number;
  readonly threshold: number;
  readonly weights: ReadonlyMap<number, number>;
}

const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export function unpackAbuse({ bias, threshold, step, hashes, weights }: StoredAbuseModel): AbuseModel {
  const keys = new Uint32Array(bytes(hashes).buffer);
  const values = new Int8Array(bytes(weights).buffer);
  return {
    bias,
    threshold,
    weights: new Map(Array.from(keys, (key, i) => [key, (values[i] as number) * step])),
  };
}

let model: AbuseModel | undefined;

/** The shipped model, unpacked once. */
export function loadAbuseModel(): AbuseModel {
  model ??= unpackAbuse(stored as StoredAbuseModel);
  return model;
}

/** Log-odds of abuse, uncalibrated: sum of weights over the root of the number of features. */
export function abuseScore(features: ReadonlySet<number>, { bias, weights }: AbuseModel): number {
  let sum = bias;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}
