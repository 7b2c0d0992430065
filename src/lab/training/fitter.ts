import { codeOf, kept } from "../computing/kept.ts";
import { serve } from "../computing/processes.ts";
import { fitting } from "./code.ts";
import type { Document, Vocabulary } from "./documents.ts";
import type { Scored } from "./evaluate.ts";
import { type Fit, fitModel, rawScore } from "./fit.ts";

/** What all folds are fitted on. */
export interface Fitting {
  /** Told by what the documents were made of. */
  readonly key: string;
  readonly documents: readonly Document[];
  readonly vocabulary: Vocabulary;
}

/** Sources that were left out together, what was learned from all others, and how it scores them, unscaled. */
export interface Fold {
  readonly sources: readonly string[];
  readonly fit: Fit;
  readonly raw: readonly Scored[];
}

const CODE = codeOf(...fitting);

serve((sources: readonly string[], { key, documents, vocabulary }: Fitting) =>
  kept("fit", [CODE, key, ...sources], (): Fold => {
    const isOut = ({ source }: Document) => sources.includes(source);
    const fit = fitModel(
      documents.filter((document) => !isOut(document)),
      vocabulary,
    );
    const raw = documents.filter(isOut).map((document) => {
      const { source, spam, language, payload, dump, priors } = document;
      return { source, spam, language, payload, dump, priors, score: rawScore(fit, document) };
    });
    return { sources, fit, raw };
  }),
);
