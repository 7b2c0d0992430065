import { type Coded, unpackCoded, unpackCodedRoots, unpackRising, unpackSmall } from "./packing.ts";

/** What training over many blogs left behind: for each known token its evidence, and how often it was met. */
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
  /** Bayes, against what the token's languages let expect. */
  readonly logOdds: Coded;
  /** Logistic regression. */
  readonly weights: Coded;
  /** About how many documents held the token. */
  readonly spam: Float32Array;
  readonly ham: Float32Array;
  /** Weights of character n-grams, by bucket. */
  readonly grams: Coded;
}

/** The model as it is shipped: a character for each number, see packing; no text. */
export interface StoredModel {
  readonly version: string;
  readonly measured: Readonly<Record<string, unknown>>;
  readonly documents: { readonly spam: number; readonly ham: number };
  readonly bias: number;
  readonly scale: number;
  readonly shift: number;
  /** Of the weights' roots, of the log-odds and of the n-grams' weights. */
  readonly steps: { readonly weights: number; readonly logOdds: number; readonly grams: number };
  /** The tokens' hashes, `HASH_BITS` of each, rising. */
  readonly hashes: { readonly high: string; readonly low: string };
  readonly weights: string;
  readonly logOdds: string;
  /** Log-quantised document counts, see `quantise`. */
  readonly spam: string;
  readonly ham: string;
  readonly grams: string;
}

/** Bits of a token's hash that are kept: an unknown token is taken for a known one once in a thousand times. */
const HASH_BITS = 24;
export const shortHash = (hash: number): number => hash >>> (32 - HASH_BITS);

/** Counts are stored as 4 ln(1 + n): exact up to 3, then within 13 %. */
const PER_LOG = 4;
export const quantise = (count: number): number => Math.min(92, Math.round(PER_LOG * Math.log1p(count)));
export const restore = (stored: number): number => Math.round(Math.expm1(stored / PER_LOG));

/** The first bits of a hash tell where to look: a few places on it is found, or not there. */
const FIRST_BITS = 13;

/** Few bytes are looked at: of the hashes the rest, without the first bits. */
function finder(rising: Uint32Array): StarterModel["find"] {
  const restBits = HASH_BITS - FIRST_BITS;
  const numbers = rising.length > 0xffff ? Uint32Array : Uint16Array;
  const starts = new numbers(2 ** FIRST_BITS + 1).fill(rising.length);
  for (let i = rising.length - 1; i >= 0; i--) starts[(rising[i] as number) >>> restBits] = i;
  for (let at = starts.length - 2; at >= 0; at--)
    if (starts[at] === rising.length) starts[at] = starts[at + 1] as number;
  const rests = Uint16Array.from(rising, (short) => short & (2 ** restBits - 1));
  return (hash) => {
    const short = shortHash(hash);
    const first = short >>> restBits;
    const rest = short & (2 ** restBits - 1);
    const start = starts[first] as number;
    for (let at = (starts[first + 1] as number) - 1; at >= start; at--) if (rests[at] === rest) return at;
    return undefined;
  };
}

/** Makes a shipped model ready for use. */
export function unpack(stored: StoredModel): StarterModel {
  const find = finder(unpackRising(stored.hashes));
  const { version, documents, bias, scale, shift, steps } = stored;
  return {
    version,
    documents,
    bias,
    scale,
    shift,
    find,
    logOdds: unpackCoded(stored.logOdds, steps.logOdds),
    weights: unpackCodedRoots(stored.weights, steps.weights),
    spam: Float32Array.from(unpackSmall(stored.spam), restore),
    ham: Float32Array.from(unpackSmall(stored.ham), restore),
    grams: unpackCoded(stored.grams, steps.grams),
  };
}
