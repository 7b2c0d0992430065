import { shortened } from "../reading/quoted.ts";
import { APART } from "./has.ts";
import { inContent, type PriorSignal } from "./signal.ts";

/** Five single letters with the same gap: "v i a g r a". */
const SPACED = /(?<![\p{L}\p{N}])(?:\p{L}[ ._*-]){4,30}\p{L}(?![\p{L}\p{N}])/u;

export const spacedLetters: PriorSignal = {
  name: "spaced-letters",
  group: "text",
  needs: APART,
  points: 2,
  description: "A word pulled apart letter by letter",
  detect({ content }) {
    const match = SPACED.exec(content);
    return match ? { strength: 1, evidence: shortened(match[0], 40), span: inContent(match) } : undefined;
  },
};
