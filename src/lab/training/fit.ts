import { bayes } from "../../core/classifier/starter-model.ts";
import type { Document, Vocabulary } from "./documents.ts";
import { fitLogistic } from "./logistic.ts";
import { grammarWithoutHam } from "./scripts.ts";

/** Figures of the design, from leave-one-source-out experiments: C from .1 to 1 and a word's value from .2 to .5 differ little. */
const C = 0.3;
const WORD_VALUE = 0.3;
const SOURCE_ROWS = 600;
/** Tokens of fewer documents are noise, and could name a reader. */
const MIN_DOCUMENTS = 3;

/** What was learned, by vocabulary index. */
export interface Fit {
  readonly spam: Uint32Array;
  readonly ham: Uint32Array;
  readonly documents: { readonly spam: number; readonly ham: number };
  readonly logOdds: Float64Array;
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Bayes counts and logistic weights over the same tokens. */
export function fitModel(documents: readonly Document[], vocabulary: Vocabulary): Fit {
  const size = vocabulary.tokens.length;
  const spam = new Uint32Array(size);
  const ham = new Uint32Array(size);
  const totals = { spam: 0, ham: 0 };
  for (const { tokens, spam: isSpam } of documents) {
    const counts = isSpam ? spam : ham;
    totals[isSpam ? "spam" : "ham"]++;
    for (const token of tokens) counts[token] = (counts[token] as number) + 1;
  }
  const grammar = grammarWithoutHam(documents, vocabulary);
  const kept = (token: number) =>
    (spam[token] as number) + (ham[token] as number) >= MIN_DOCUMENTS && !grammar[token];
  const logOdds = Float64Array.from(spam, (count, i) =>
    kept(i) ? bayes(count, totals.spam, ham[i] as number, totals.ham) : 0,
  );
  const values = Float64Array.from(vocabulary.tokens, (token) => (token.startsWith("s:") ? 1 : WORD_VALUE));
  const costs = costsOf(documents);
  const examples = documents.map((document, i) => ({
    features: document.tokens.filter(kept),
    positive: document.spam,
    cost: costs[i] as number,
  }));
  const fitted = fitLogistic(examples, values);
  const weights = Float64Array.from(values, (value, i) => (kept(i) ? (fitted[i] as number) * value : 0));
  return { spam, ham, documents: totals, logOdds, weights, bias: fitted[size] as number };
}

/** C for each row: a source counts for at most so many rows of a class, and both classes count alike. */
function costsOf(documents: readonly Document[]): Float64Array {
  const key = ({ source, spam }: Document) => `${source} ${spam}`;
  const rows = new Map<string, number>();
  for (const document of documents) rows.set(key(document), (rows.get(key(document)) ?? 0) + 1);
  const raw = Float64Array.from(documents, (document) =>
    Math.min(1, Math.sqrt(SOURCE_ROWS / (rows.get(key(document)) as number))),
  );
  const sums = [0, 0];
  documents.forEach(({ spam }, i) => {
    sums[spam ? 1 : 0] = (sums[spam ? 1 : 0] as number) + (raw[i] as number);
  });
  const mean = ((sums[0] as number) + (sums[1] as number)) / 2;
  return raw.map((cost, i) => (C * cost * mean) / (sums[documents[i]?.spam ? 1 : 0] as number));
}

/** The day-one score before scaling: bias + sum of weights + sum of log-odds over the root of the known tokens. */
export function rawScore(model: Fit, tokens: Uint32Array): number {
  let weights = model.bias;
  let odds = 0;
  let known = 0;
  for (const token of tokens) {
    const logOdds = model.logOdds[token] as number;
    const weight = model.weights[token] as number;
    if (logOdds === 0 && weight === 0) continue;
    known++;
    weights += weight;
    odds += logOdds;
  }
  return weights + odds / Math.sqrt(Math.max(known, 1));
}
