import { hash } from "../hash.ts";
import type { Features } from "../reading/features.ts";
import type { Corpus } from "./corpus.ts";
import { GRAM_SHARE } from "./grams.ts";
import {
  BIAS,
  bucketOf,
  COUNT_UNIT,
  HAM_TOTAL,
  hamAt,
  type SiteState,
  SPAM_TOTAL,
  spamAt,
  WEIGHT_UNIT,
  weightAt,
} from "./site-state.ts";
import type { StarterModel } from "./starter-model.ts";

/** Weight of the site's own Bayes part, and how slowly it grows: figures from replays of whole blogs. */
const SITE_SHARE = 1.5;
const SITE_HALF = 10;
const SMOOTHING = 0.3;

/** The classifier's score in log-odds, token by token. */
export interface TokenScores {
  /** Each token's points, in the order given. */
  readonly points: Float64Array;
  /** What the runs of letters are worth together. */
  readonly letters: number;
  /** What is there before any token. */
  readonly baseline: number;
  /** Buckets of the tokens, without repetition. */
  readonly buckets: Uint16Array;
}

/**
 * Bayes and logistic regression over the same tokens, added: Bayes over the square root of the number of known tokens,
 * as a long comment repeats its evidence rather than adding to it; then the site's own part. `siteOnly` of the tokens, at
 * the end, are unknown to the shipped model by rule.
 */
export function scoreTokens(
  { tokens, siteOnly, grams }: Pick<Features, "tokens" | "siteOnly" | "grams">,
  { starter, site }: Corpus,
): TokenScores {
  const hashes = Uint32Array.from(tokens, hash);
  const points = new Float64Array(tokens.length);
  const shared = tokens.length - siteOnly;
  if (starter) addStarter(points, hashes, shared, starter);
  const buckets = addSite(points, hashes, site);
  const start = starter ? starter.scale * starter.bias + starter.shift : 0;
  const letters = starter ? starter.scale * gramScore(grams, starter) : 0;
  return { points, letters, baseline: start + (site.table[BIAS] as number) / WEIGHT_UNIT, buckets };
}

function addStarter(points: Float64Array, hashes: Uint32Array, shared: number, model: StarterModel): void {
  const places: number[] = [];
  const owners: number[] = [];
  for (let i = 0; i < shared; i++) {
    const place = model.find(hashes[i] as number);
    if (place === undefined) continue;
    places.push(place);
    owners.push(i);
  }
  const root = Math.sqrt(Math.max(places.length, 1));
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    const share = (model.weights[place] as number) + (model.logOdds[place] as number) / root;
    points[owners[i] as number] = model.scale * share;
  }
}

function gramScore(grams: Uint16Array, { grams: weights }: StarterModel): number {
  let sum = 0;
  for (const gram of grams) sum += weights[gram] as number;
  return (GRAM_SHARE * sum) / Math.sqrt(Math.max(grams.length, 1));
}

function addSite(points: Float64Array, hashes: Uint32Array, site: SiteState): Uint16Array {
  const { table } = site;
  const spam = (table[SPAM_TOTAL] as number) / COUNT_UNIT;
  const ham = (table[HAM_TOTAL] as number) / COUNT_UNIT;
  const seen = new Set<number>();
  const known: [owner: number, odds: number][] = [];
  for (let i = 0; i < hashes.length; i++) {
    const bucket = bucketOf(hashes[i] as number);
    if (seen.has(bucket)) continue;
    seen.add(bucket);
    points[i] = (points[i] as number) + (table[weightAt(bucket)] as number) / WEIGHT_UNIT;
    const cs = (table[spamAt(bucket)] as number) / COUNT_UNIT;
    const ch = (table[hamAt(bucket)] as number) / COUNT_UNIT;
    if (cs + ch > 0) known.push([i, siteOdds(cs, spam, ch, ham)]);
  }
  const least = Math.min(spam, ham);
  const factor = ((SITE_SHARE / Math.sqrt(known.length + 1)) * least) / (least + SITE_HALF);
  for (const [owner, odds] of known) points[owner] = (points[owner] as number) + factor * odds;
  return Uint16Array.from(seen);
}

/** A bucket's log-odds on this site, drawn to zero while it was seen seldom. */
const siteOdds = (cs: number, spam: number, ch: number, ham: number): number =>
  (Math.log((cs + SMOOTHING) / (spam + 2 * SMOOTHING)) - Math.log((ch + SMOOTHING) / (ham + 2 * SMOOTHING))) *
  ((cs + ch) / (cs + ch + 1));
