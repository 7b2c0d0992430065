import { quantise, type StoredModel } from "../../core/classifier/starter-model.ts";
import { hash } from "../../core/hash.ts";
import type { Vocabulary } from "./documents.ts";
import type { Fit } from "./fit.ts";

/** A token says something from here on. */
const LEAST_ODDS = 0.7;
const LEAST_WEIGHT = 0.05;
/** Step of the stored weights; ±127 of them reach ±2.54. */
const STEP = 0.02;
/** Names, hosts and addresses: those met in ham alone belong to readers and are not shipped. */
const PERSONAL = /^(?:a|h|t|u|f|p|e):/;

/** The model as it is shipped: pruned, in bytes, by hash. Of two tokens with one hash the more frequent stays. */
export function pack(
  model: Fit,
  vocabulary: Vocabulary,
  scaling: { scale: number; shift: number },
  measured: StoredModel["measured"],
): StoredModel {
  const total = (i: number) => (model.spam[i] as number) + (model.ham[i] as number);
  const kept = vocabulary.tokens
    .map((token, i) => ({ token, i, hash: hash(token) }))
    .filter(({ token, i }) => {
      const says =
        Math.abs(model.logOdds[i] as number) > LEAST_ODDS ||
        Math.abs(model.weights[i] as number) > LEAST_WEIGHT;
      return says && !(PERSONAL.test(token) && model.spam[i] === 0);
    })
    .sort((a, b) => a.hash - b.hash || total(b.i) - total(a.i))
    .filter(({ hash }, at, all) => at === 0 || all[at - 1]?.hash !== hash);
  const hashes = Uint32Array.from(kept, ({ hash }) => hash);
  const weights = Int8Array.from(kept, ({ i }) =>
    Math.max(-127, Math.min(127, Math.round((model.weights[i] as number) / STEP))),
  );
  return {
    version: version(hashes, weights),
    measured,
    documents: model.documents,
    bias: round(model.bias),
    scale: round(scaling.scale),
    shift: round(scaling.shift),
    step: STEP,
    hashes: base64(new Uint8Array(hashes.buffer)),
    weights: base64(new Uint8Array(weights.buffer)),
    spam: base64(Uint8Array.from(kept, ({ i }) => quantise(model.spam[i] as number))),
    ham: base64(Uint8Array.from(kept, ({ i }) => quantise(model.ham[i] as number))),
  };
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/** Names a model by what is in it. */
const version = (hashes: Uint32Array, weights: Int8Array) =>
  `${hashes.length}-${hash(`${hashes.join()} ${weights.join()}`).toString(16)}`;
