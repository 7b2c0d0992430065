import { mayHold } from "../reading/needs.ts";
import { surveyOf } from "../reading/survey.ts";
import { signsOf } from "../reading/symbols.ts";
import { OTHERS } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

const MARKS = ["?", "？", "؟"];
const MAY_BE = mayHold(...MARKS);

export const question: FittedSignal = {
  name: "question",
  group: "text",
  needs: OTHERS,
  signs: signsOf("?"),
  description: "Asks something",
  detect({ body }) {
    if (!MAY_BE(surveyOf(body))) return undefined;
    let marks = 0;
    for (const mark of MARKS)
      for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) marks++;
    if (marks === 0) return undefined;
    const several = marks > 1;
    return {
      strength: several ? 1 : 0.5,
      evidence: several ? `${marks} questions` : "one question",
      variants: [several ? "several" : "one"],
    };
  },
};
