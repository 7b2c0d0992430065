import type { Document, Vocabulary } from "./documents.ts";
import { unspeaking } from "./unspeaking.ts";

/** Tokens of fewer documents are noise, and could name a reader. */
const MIN_DOCUMENTS = 3;
/** Added to each count and its expectation, documents. */
const SMOOTHING = 0.5;
/** Documents of the rarer class at which half is believed of what a language's words say. */
const HALF_TRUST = 150;
/** What remains of evidence for ham in words of a language other than English: its ham is of few places. */
const HAM_SHARE = 0.5;
/** A word in more of a language's good comments than this is its grammar, not a subject. */
const GRAMMAR = 0.015;
const ENOUGH_HAM = 20;
/** The language with sources enough for its words to stand for themselves. */
const HOME = "en";

/** What is known of each token before the fit, by vocabulary index. */
export interface Counts {
  /** Weighted documents with the token. */
  readonly spam: Float64Array;
  readonly ham: Float64Array;
  readonly documents: { readonly spam: number; readonly ham: number };
  readonly languages: readonly string[];
  /** Bayes: ln of how much more often than its languages let expect the token is in spam, less the same for ham. */
  readonly logOdds: Float64Array;
  /** 0..1; 0: carries no evidence. */
  readonly trust: Float64Array;
  /** What remains of evidence for ham. */
  readonly hamShare: Float64Array;
}

/**
 * Counts tokens, and sets each against the share of spam in the languages it occurs in: the word that every Russian comment
 * has says nothing, however much of the Russian was spam. What the words of one language may say grows with the
 * documents of both classes that were seen of it.
 */
export function countsOf(documents: readonly Document[], { tokens }: Vocabulary): Counts {
  const languages = [...new Set(documents.map(({ language }) => language))];
  const base = languages.map((language) => classesOf(documents.filter((one) => one.language === language)));
  const indexOf = new Map(languages.map((language, i) => [language, i]));
  const size = tokens.length;
  const spam = new Float64Array(size);
  const ham = new Float64Array(size);
  const expected = new Float64Array(size);
  const foreign = new Float64Array(size);
  const believed = new Float64Array(size);
  for (const { learned, spam: isSpam, weight, language } of documents) {
    const own = base[indexOf.get(language) as number] as Classes;
    const rarer = Math.min(own.spam, own.ham);
    const trust = language === HOME ? 1 : rarer / (rarer + HALF_TRUST);
    const counts = isSpam ? spam : ham;
    const share = own.spam / (own.spam + own.ham);
    for (const token of learned) {
      counts[token] = (counts[token] as number) + weight;
      expected[token] = (expected[token] as number) + weight * share;
      believed[token] = (believed[token] as number) + weight * trust;
      if (language !== HOME) foreign[token] = (foreign[token] as number) + weight;
    }
  }
  const mute = unspeaking(tokens);
  const common = commonIn(documents, languages, size);
  const total = classesOf(documents);
  const all = total.spam + total.ham;
  const [more1, more0] = [(2 * SMOOTHING * total.spam) / all, (2 * SMOOTHING * total.ham) / all];
  const trust = new Float64Array(size);
  const hamShare = new Float64Array(size).fill(1);
  const logOdds = new Float64Array(size);
  for (let t = 0; t < size; t++) {
    const seen = (spam[t] as number) + (ham[t] as number);
    const word = (tokens[t] as string).startsWith("ws:");
    const abroad = word ? (foreign[t] as number) / Math.max(seen, 1e-9) : 0;
    if (seen < MIN_DOCUMENTS - 1e-9 || mute[t] || (abroad > 0.5 && common[t])) continue;
    trust[t] = word ? (believed[t] as number) / seen : 1;
    hamShare[t] = 1 - abroad * (1 - HAM_SHARE);
    const e1 = expected[t] as number;
    const odds =
      Math.log(((spam[t] as number) + more1) / (e1 + more1)) -
      Math.log(((ham[t] as number) + more0) / (seen - e1 + more0));
    logOdds[t] = odds * (trust[t] as number) * (odds < 0 ? (hamShare[t] as number) : 1);
  }
  return { spam, ham, documents: total, languages, logOdds, trust, hamShare };
}

interface Classes {
  readonly spam: number;
  readonly ham: number;
}

const classesOf = (documents: readonly Document[]): Classes => {
  const sum = (spam: boolean) =>
    documents.reduce((total, one) => (one.spam === spam ? total + one.weight : total), 0);
  return { spam: sum(true), ham: sum(false) };
};

/** Tokens in many good comments of some language other than English. */
function commonIn(documents: readonly Document[], languages: readonly string[], size: number): Uint8Array {
  const common = new Uint8Array(size);
  for (const language of languages) {
    const ham = documents.filter((one) => one.language === language && !one.spam);
    if (language === HOME || ham.length < ENOUGH_HAM) continue;
    const counts = new Uint32Array(size);
    for (const { learned } of ham) for (const token of learned) counts[token] = (counts[token] as number) + 1;
    for (let t = 0; t < size; t++) if ((counts[t] as number) > GRAMMAR * ham.length) common[t] = 1;
  }
  return common;
}
