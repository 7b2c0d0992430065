import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { type Peer, textOf } from "./peer.ts";

/** natural's BayesClassifier, with its own tokeniser and stemmer. */
export const natural: Peer = {
  name: "natural's BayesClassifier",
  play(rows) {
    const filter = new BayesClassifier();
    const seen = new Set<string>();
    return rows.map((row) => {
      const text = textOf(row);
      const of = (label: string, all: readonly { label: string; value: number }[]) =>
        Math.log((all.find((one) => one.label === label)?.value ?? 0) + Number.MIN_VALUE);
      const said = seen.size < 2 ? [] : filter.getClassifications(text);
      const score = of("spam", said) - of("ham", said);
      seen.add(row.label);
      filter.addDocument(text, row.label);
      filter.train();
      return score;
    });
  },
};
