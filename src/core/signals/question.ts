import { mayHold } from "../reading/needs.ts";
import { surveyOf } from "../reading/survey.ts";
import type { FittedSignal } from "./signal.ts";

const MAY_BE = mayHold("?", "？", "؟");

export const question: FittedSignal = {
  name: "question",
  group: "text",
  description: "Asks something",
  detect({ body }) {
    if (!MAY_BE(surveyOf(body))) return undefined;
    const found = [...body.matchAll(/[?？؟]/g)];

    if (found.length === 0) return undefined;
    const several = found.length > 1;
    return {
      strength: several ? 1 : 0.5,
      evidence: several ? `${found.length} questions` : "one question",
      variants: [several ? "several" : "one"],
    };
  },
};
