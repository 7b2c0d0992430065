import { GRAM_BUCKETS, GRAM_SHARE } from "../../core/classifier/grams.ts";
import type { Document, Vocabulary } from "./documents.ts";
import { type Example, fitLogistic } from "./logistic.ts";
import { type Counts, countsOf } from "./strata.ts";

/** Figures of the design, from leave-one-source-out experiments; neighbours differ little. */
const C = 3;
const WORD_VALUE = 0.3;
const SOURCE_ROWS = 600;
const EPOCHS = 12;
/** A language's own intercept, in the fit of the tokens and in that of the n-grams. */
const LANGUAGE_VALUE = 3;
const GRAM_C = 3;
const GRAM_EPOCHS = 8;
const GRAM_LANGUAGE_VALUE = 6;

/** What was learned, by vocabulary index and by bucket of n-grams. */
export interface Fit {
  readonly counts: Counts;
  readonly weights: Float64Array;
  readonly grams: Float64Array;
  readonly bias: number;
}

/** Bayes counts and logistic weights over the same tokens, and logistic weights of character n-grams beside them. */
export function fitModel(documents: readonly Document[], vocabulary: Vocabulary): Fit {
  const counts = countsOf(documents, vocabulary);
  const costs = costsOf(documents);
  const size = vocabulary.tokens.length;
  const values = Float64Array.from(vocabulary.tokens, (token, i) =>
    token.startsWith("s:") ? 1 : WORD_VALUE * (counts.trust[i] as number),
  );
  const languages = new Map(counts.languages.map((language, i) => [language, i]));
  const example = (document: Document, i: number, c: number): Omit<Example, "features"> => ({
    positive: document.spam,
    cost: c * (costs[i] as number),
    stratum: languages.get(document.language) as number,
  });
  const kept = (token: number) => (counts.trust[token] as number) > 0;
  const fitted = fitLogistic(
    documents.map((document, i) => ({ ...example(document, i, C), features: document.learned.filter(kept) })),
    values,
    { epochs: EPOCHS, strata: languages.size, stratumValue: LANGUAGE_VALUE },
  );
  const weights = Float64Array.from(values, (value, i) => {
    const weight = kept(i) ? (fitted[i] as number) * value : 0;
    return weight < 0 ? weight * (counts.hamShare[i] as number) : weight;
  });
  const grams = fitLogistic(
    documents.map((document, i) => ({
      ...example(document, i, GRAM_C),
      features: document.grams,
      scale: 1 / Math.sqrt(Math.max(document.grams.length, 1)),
    })),
    new Float64Array(GRAM_BUCKETS).fill(1),
    { epochs: GRAM_EPOCHS, strata: languages.size, stratumValue: GRAM_LANGUAGE_VALUE },
  ).slice(0, GRAM_BUCKETS);
  return { counts, weights, grams, bias: fitted[size] as number };
}

/** The share of C for each row: a source counts for at most so many rows of a class, and both classes count alike. */
function costsOf(documents: readonly Document[]): Float64Array {
  const key = ({ source, spam }: Document) => `${source} ${spam}`;
  const rows = new Map<string, number>();
  for (const document of documents) rows.set(key(document), (rows.get(key(document)) ?? 0) + 1);
  const raw = Float64Array.from(
    documents,
    (document) => document.weight * Math.min(1, Math.sqrt(SOURCE_ROWS / (rows.get(key(document)) as number))),
  );
  const sums = [0, 0];
  documents.forEach(({ spam }, i) => {
    sums[spam ? 1 : 0] = (sums[spam ? 1 : 0] as number) + (raw[i] as number);
  });
  const mean = ((sums[0] as number) + (sums[1] as number)) / 2;
  return raw.map((cost, i) => (cost * mean) / (sums[documents[i]?.spam ? 1 : 0] as number));
}

/**
 * The day-one score before scaling: bias + sum of weights + sum of log-odds over the root of the known tokens + sum of the
 * n-grams' weights over the root of their number.
 */
export function rawScore(
  { counts, weights, grams, bias }: Fit,
  document: Pick<Document, "tokens" | "grams">,
): number {
  let sum = bias;
  let odds = 0;
  let known = 0;
  for (const token of document.tokens) {
    const logOdds = counts.logOdds[token] as number;
    const weight = weights[token] as number;
    if (logOdds === 0 && weight === 0) continue;
    known++;
    sum += weight;
    odds += logOdds;
  }
  let letters = 0;
  for (const gram of document.grams) letters += grams[gram] as number;
  return (
    sum +
    odds / Math.sqrt(Math.max(known, 1)) +
    (GRAM_SHARE * letters) / Math.sqrt(Math.max(document.grams.length, 1))
  );
}
