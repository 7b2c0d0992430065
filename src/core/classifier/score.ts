import { hash } from "../hash.ts";
import type { Features } from "../reading/features.ts";
import { Runs } from "../reading/runs.ts";
import { slab } from "../reading/slab.ts";
import type { Corpus } from "./corpus.ts";
import { type ReadLetters, scoreOfGrams } from "./grams.ts";
import { siteMix } from "./mix.ts";
import {
  BIAS,
  BUCKETS,
  bucketOf,
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
import type { StarterModel } from "./starter-model.ts";
import { PAYLOAD_TOKEN } from "./tokens.ts";

/** Weight of the site's own Bayes part, and how slowly it grows: figures from replays of whole blogs. */
const SITE_SHARE = 1.5;
const SITE_HALF = 10;
const SMOOTHING = 0.3;
const PAYLOAD = hash(PAYLOAD_TOKEN);
/**
 * Most that all a site learned speaks for spam, log-odds, while it is young: its lessons alone reject nothing that the shipped
 * model finds good. Figures from replays. What n lessons never showed may still be one in n / 3, which is how far they speak later.
 */
const MOST_LEARNED = 4.5;
const RULE_OF_THREE = 3;

/** For many comments. */
const cutPoints = slab((length) => new Float64Array(length), 2 ** 13);

/** What is known of each token of the comment in hand; with it grows what holds more of them. */
let places = new Int32Array(2 ** 11);
let owners = new Int32Array(2 ** 11);
let odds = new Float64Array(2 ** 11);
let learned = new Float64Array(2 ** 11);

function makeRoom(tokens: number): void {
  if (tokens <= places.length) return;
  places = new Int32Array(2 * tokens);
  owners = new Int32Array(2 * tokens);
  odds = new Float64Array(2 * tokens);
  learned = new Float64Array(2 * tokens);
}

/** The classifier's score in log-odds, token by token. */
export interface TokenScores {
  /** Each token's points, in the order given. */
  readonly points: Float64Array;
  /** What the runs of letters are worth together. */
  readonly letters: number;
  /** What is there before any token. */
  readonly baseline: number;
  /** What the site's mix of comments adds. */
  readonly mix: number;
}

/** The tokens of a comment, and its text for the runs of letters. */
export interface Scored extends Pick<Features, "hashes" | "siteOnly"> {
  readonly subject: ReadLetters;
}

/**
 * Bayes and logistic regression over the same tokens, added: Bayes over the square root of the number of known tokens,
 * as a long comment repeats its evidence rather than adding to it; then the site's own part. `siteOnly` of the tokens, at
 * the end, are unknown to the shipped model by rule.
 */
export function scoreTokens({ hashes, siteOnly, subject }: Scored, { starter, site }: Corpus): TokenScores {
  makeRoom(hashes.length);
  const points = cutPoints(hashes.length);
  const shared = hashes.length - siteOnly;
  if (starter) addStarter(points, hashes, shared, starter);
  learn(hashes, site);
  const bias = (site.table[BIAS] as number) / WEIGHT_UNIT;
  const mix = hashes.includes(PAYLOAD, shared) ? siteMix(site) : 0;
  let total = bias + mix;
  for (let i = 0; i < points.length; i++) total += learned[i] as number;
  const most = mostLearned(site);
  const share = starter && total > most ? most / total : 1;
  for (let i = 0; i < points.length; i++) points[i] = (points[i] as number) + share * (learned[i] as number);
  const start = starter ? starter.scale * starter.bias + starter.shift : 0;
  const letters = starter ? starter.scale * scoreOfGrams(subject, starter.grams) : 0;
  return { points, letters, baseline: start + share * bias, mix: share * mix };
}

const mostLearned = ({ table }: SiteState): number =>
  Math.max(MOST_LEARNED, Math.log1p((table[LESSONS] as number) / COUNT_UNIT / RULE_OF_THREE));

function addStarter(points: Float64Array, hashes: Uint32Array, shared: number, model: StarterModel): void {
  const { find, weights, logOdds, scale } = model;
  let known = 0;
  for (let i = 0; i < shared; i++) {
    const place = find(hashes[i] as number);
    if (place === undefined) continue;
    places[known] = place;
    owners[known++] = i;
  }
  const root = Math.sqrt(Math.max(known, 1));
  for (let i = 0; i < known; i++) {
    const place = places[i] as number;
    const weight = weights.values[weights.codes[place] as number] as number;
    const share = weight + (logOdds.values[logOdds.codes[place] as number] as number) / root;
    points[owners[i] as number] = scale * share;
  }
}

const met = new Runs(BUCKETS);

/** Buckets of tokens, without repetition. */
export function bucketsOf(hashes: Uint32Array): Uint16Array {
  for (let i = 0; i < hashes.length; i++) met.add(bucketOf(hashes[i] as number));
  return met.take();
}

/** Finds what a site learned of each token. */
function learn(hashes: Uint32Array, site: SiteState): void {
  const { table } = site;
  const spam = (table[SPAM_TOTAL] as number) / COUNT_UNIT;
  const ham = (table[HAM_TOTAL] as number) / COUNT_UNIT;
  let known = 0;
  for (let i = 0; i < hashes.length; i++) {
    const bucket = bucketOf(hashes[i] as number);
    learned[i] = 0;
    if (!met.add(bucket)) continue;
    learned[i] = (table[weightAt(bucket)] as number) / WEIGHT_UNIT;
    const cs = (table[spamAt(bucket)] as number) / COUNT_UNIT;
    const ch = (table[hamAt(bucket)] as number) / COUNT_UNIT;
    if (cs + ch <= 0) continue;
    owners[known] = i;
    odds[known++] = siteOdds(cs, spam, ch, ham);
  }
  const least = Math.min(spam, ham);
  const factor = ((SITE_SHARE / Math.sqrt(known + 1)) * least) / (least + SITE_HALF);
  for (let i = 0; i < known; i++) {
    const owner = owners[i] as number;
    learned[owner] = (learned[owner] as number) + factor * (odds[i] as number);
  }
  met.forget();
}

/** A bucket's log-odds on this site, drawn to zero while it was seen seldom. */
const siteOdds = (cs: number, spam: number, ch: number, ham: number): number =>
  (Math.log((cs + SMOOTHING) / (spam + 2 * SMOOTHING)) - Math.log((ch + SMOOTHING) / (ham + 2 * SMOOTHING))) *
  ((cs + ch) / (cs + ch + 1));
