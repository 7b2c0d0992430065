import { packRising, packRoots, packSigned, packSmall } from "../../core/classifier/packing.ts";
import { quantise, type StoredModel, shortHash } from "../../core/classifier/starter-model.ts";
import { hash } from "../../core/hash.ts";
import type { Vocabulary } from "./documents.ts";
import type { Fit } from "./fit.ts";

/** A token says something from here on. */
const LEAST_ODDS = 0.5;
const LEAST_WEIGHT = 0.06;
/** Weights reach as far as 7.6 by their roots, log-odds as far as 4.6. */
const STEPS = { weights: 0.06, logOdds: 0.1 };
/** Weights of n-grams in four bits: seven steps to each side. */
const GRAM_STEPS = 7;
/** Of the n-grams that were met, so many are within the seven steps. */
const GRAM_REACH = 0.995;
/** Names, hosts and addresses: those met in ham alone belong to readers and are not shipped. */
const PERSONAL = /^(?:a|h|t|u|f|p|e):/;

/** The model as it is shipped: pruned, rounded, by hash. Of two tokens with one hash the more frequent stays. */
export function pack(
  { counts, weights, grams, bias }: Fit,
  vocabulary: Vocabulary,
  scaling: { scale: number; shift: number },
  measured: StoredModel["measured"],
): StoredModel {
  const total = (i: number) => (counts.spam[i] as number) + (counts.ham[i] as number);
  const kept = vocabulary.tokens
    .map((token, i) => ({ token, i, hash: shortHash(hash(token)) }))
    .filter(({ token, i }) => {
      const says =
        Math.abs(counts.logOdds[i] as number) > LEAST_ODDS || Math.abs(weights[i] as number) > LEAST_WEIGHT;
      return says && !(PERSONAL.test(token) && counts.spam[i] === 0);
    })
    .sort((a, b) => a.hash - b.hash || total(b.i) - total(a.i))
    .filter(({ hash }, at, all) => at === 0 || all[at - 1]?.hash !== hash);
  const steps = { ...STEPS, grams: round(reachOf(grams) / GRAM_STEPS) };
  const packed = {
    hashes: packRising(kept.map(({ hash }) => hash)),
    weights: packRoots(
      kept.map(({ i }) => weights[i] as number),
      steps.weights,
    ),
    logOdds: packSigned(kept.map(({ i }) => Math.round((counts.logOdds[i] as number) / steps.logOdds))),
    spam: packSmall(kept.map(({ i }) => quantise(counts.spam[i] as number))),
    ham: packSmall(kept.map(({ i }) => quantise(counts.ham[i] as number))),
    grams: packSigned(
      Array.from(grams, (weight) =>
        Math.max(-GRAM_STEPS, Math.min(GRAM_STEPS, Math.round(weight / steps.grams))),
      ),
    ),
  };
  return {
    version: `${kept.length}-${hash(JSON.stringify(packed)).toString(16)}`,
    measured,
    documents: {
      spam: Math.round(counts.documents.spam),
      ham: Math.round(counts.documents.ham),
    },
    bias: round(bias),
    scale: round(scaling.scale),
    shift: round(scaling.shift),
    steps,
    ...packed,
  };
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

function reachOf(grams: Float64Array): number {
  const met = Array.from(grams, Math.abs)
    .filter((weight) => weight > 0)
    .sort((a, b) => a - b);
  return met[Math.floor(GRAM_REACH * met.length)] ?? GRAM_STEPS;
}
