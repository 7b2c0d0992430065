/** What training over many blogs left behind: for each known token its share in both classes and its fitted weight. */
export interface StarterModel {
  readonly version: string;
  /** Documents it was trained on. */
  readonly documents: { readonly spam: number; readonly ham: number };
  /** Intercept of the fit, and Platt's scaling to log-odds. */
  readonly bias: number;
  readonly scale: number;
  readonly shift: number;
  /** Where a token's hash stands in the arrays; undefined: unknown. */
  readonly find: (hash: number) => number | undefined;
  /** Bayes: ln P(token | spam) - ln P(token | ham). */
  readonly logOdds: Float32Array;
  /** Logistic regression. */
  readonly weights: Float32Array;
  /** About how many documents held the token. */
  readonly spam: Float32Array;
  readonly ham: Float32Array;
}

/** The model as it is shipped: numbers in base64, no text. */
export interface StoredModel {
  readonly version: string;
  readonly measured: Readonly<Record<string, unknown>>;
  readonly documents: { readonly spam: number; readonly ham: number };
  readonly bias: number;
  readonly scale: number;
  readonly shift: number;
  /** Step of the stored weights. */
  readonly step: number;
  /** uint32 hashes, rising. */
  readonly hashes: string;
  /** int8 weights. */
  readonly weights: string;
  /** uint8 log-quantised document counts, see `quantise`. */
  readonly spam: string;
  readonly ham: string;
}

/** Counts are stored as 8 ln(1 + n): exact up to 7, then within 7 %. */
const PER_LOG = 8;
export const quantise = (count: number): number => Math.min(255, Math.round(PER_LOG * Math.log1p(count)));
export const restore = (stored: number): number => Math.round(Math.expm1(stored / PER_LOG));

/** Bayes' log-odds of a token that c1 of n1 spam and c0 of n0 ham documents hold. */
export const bayes = (c1: number, n1: number, c0: number, n0: number): number =>
  Math.log((c1 + 1) / (n1 + 2)) - Math.log((c0 + 1) / (n0 + 2));

/** Makes a shipped model ready for use. */
export function unpack(stored: StoredModel): StarterModel {
  const hashes = new Uint32Array(bytes(stored.hashes).buffer);
  const index = new Map<number, number>();
  for (let i = 0; i < hashes.length; i++) index.set(hashes[i] as number, i);
  const spam = Float32Array.from(bytes(stored.spam), restore);
  const ham = Float32Array.from(bytes(stored.ham), restore);
  const { documents } = stored;
  return {
    version: stored.version,
    documents,
    bias: stored.bias,
    scale: stored.scale,
    shift: stored.shift,
    find: (hash) => index.get(hash),
    logOdds: spam.map((count, i) => bayes(count, documents.spam, ham[i] as number, documents.ham)),
    weights: Float32Array.from(new Int8Array(bytes(stored.weights).buffer), (weight) => weight * stored.step),
    spam,
    ham,
  };
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
