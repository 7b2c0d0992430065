import { shortened } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { inContent, type PriorSignal } from "./signal.ts";

/** Five single letters with the same gap: "v i a g r a". */
const LEAST_ALONE = 3;
const SPACED = /(?<![\p{L}\p{N}])(?:\p{L}[ ._*-]){4,30}\p{L}(?![\p{L}\p{N}])/u;

export const spacedLetters: PriorSignal = {
  name: "spaced-letters",
  group: "text",
  points: 2,
  description: "A word pulled apart letter by letter",
  detect({ content }) {
    if (surveyOf(content).alone < LEAST_ALONE) return undefined;
    const match = SPACED.exec(content);
    return match ? { strength: 1, evidence: shortened(match[0], 40), span: inContent(match) } : undefined;
  },
};
