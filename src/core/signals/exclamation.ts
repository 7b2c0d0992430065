import { mayHold } from "../reading/needs.ts";
import { surveyOf } from "../reading/survey.ts";
import { signsOf } from "../reading/symbols.ts";
import { OTHERS } from "./has.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const MAY_BE = mayHold("!!", "！");

export const exclamation: FittedSignal = {
  name: "exclamation",
  group: "text",
  needs: OTHERS,
  signs: signsOf("!"),
  description: "Exclamation marks in a row",
  detect({ content }) {
    if (!MAY_BE(surveyOf(content))) return undefined;
    const match = /[!！]{2,}/.exec(content);
    if (!match) return undefined;
    const many = match[0].length > 2;
    return {
      strength: many ? 1 : 0.5,
      evidence: match[0].slice(0, 8),
      span: inContent(match),
      variants: [many ? "many" : "two"],
    };
  },
};
