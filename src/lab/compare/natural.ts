import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { type Peer, textOf } from "./peer.ts";

/**
 * natural's BayesClassifier, with its own tokeniser and stemmer. It counts by the place of a word among an object's keys, where
 * numbers move to the front: as words with a letter before them they stay where they came.
 */
export const natural: Peer = {
  name: "natural's BayesClassifier",
  play(rows) {
    const filter = new BayesClassifier();
    const seen = new Set<string>();
    return rows.map((row) => {
      const words = porter.tokenizeAndStem(textOf(row)).map((word) => `w${word}`);
      const features = seen.size < 2 ? [] : filter.textToFeatures(words);
      const score = seen.size < 2 ? 0 : logOf(filter, features, "spam") - logOf(filter, features, "ham");
      seen.add(row.label);
      filter.addDocument(words, row.label);
      filter.train();
      return score;
    });
  },
};

/** Its probability of a class before it is unlogged: that of a long comment is too small for a number, for either class. */
function logOf({ classifier }: BayesClassifier, features: readonly number[], label: string): number {
  const { classFeatures, classTotals, totalExamples, smoothing } = classifier;
  const total = classTotals[label] as number;
  return features.reduce(
    (sum, met, i) => (met ? sum + Math.log((classFeatures[label]?.[i] || smoothing) / total) : sum),
    Math.log(total / totalExamples),
  );
}
