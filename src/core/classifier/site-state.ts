import { hash } from "../hash.ts";

/** Tokens of a site fall into so many buckets; 2^12 to 2^14 measured alike. */
export const BUCKETS = 2 ** 13;
/** Fixed point: documents in thousandths, so that the weights 1, .3 and .1 are exact. */
export const COUNT_UNIT = 1000;
/** Fixed point of weights and of the bias. */
export const WEIGHT_UNIT = 2 ** 20;

const FIELDS = 3;
const TOTALS = 4;

/**
 * What one site has learned, all in integers, so that what was added can be taken away to the bit:
 * for each bucket (spam documents, ham documents, weight), then Ns, Nh, bias, n.
 */
export interface SiteState {
  readonly table: Int32Array;
}

export const emptySiteState = (): SiteState => ({ table: new Int32Array(BUCKETS * FIELDS + TOTALS) });

/** From the bytes of a table. Throws a RangeError for bytes that are none. */
export function siteStateFromBytes(bytes: Uint8Array): SiteState {
  if (bytes.length !== (BUCKETS * FIELDS + TOTALS) * 4)
    throw new RangeError(`a site state has no ${bytes.length} bytes`);
  return { table: new Int32Array(bytes.slice().buffer) };
}

export const bucketOf = (hash: number): number => hash & (BUCKETS - 1);

/** In how many of a site's lessons a token stood, by their weights. */
export function countsAt(
  { table }: SiteState,
  token: string,
): { readonly spam: number; readonly ham: number } {
  const bucket = bucketOf(hash(token));
  const count = (at: number) => (table[at] as number) / COUNT_UNIT;
  return { spam: count(spamAt(bucket)), ham: count(hamAt(bucket)) };
}

/** Positions in the table. */
export const spamAt = (bucket: number) => bucket * FIELDS;
export const hamAt = (bucket: number) => bucket * FIELDS + 1;
export const weightAt = (bucket: number) => bucket * FIELDS + 2;
export const SPAM_TOTAL = BUCKETS * FIELDS;
export const HAM_TOTAL = SPAM_TOTAL + 1;
export const BIAS = SPAM_TOTAL + 2;
export const LESSONS = SPAM_TOTAL + 3;
