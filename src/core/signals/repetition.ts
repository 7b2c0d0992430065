import { ASTRAL } from "../reading/characters.ts";
import { surveyOf } from "../reading/survey.ts";
import { tallied } from "../reading/word-numbers.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const LEAST_AGAIN = 5;
const MIN_WORDS = 12;
const MAX_SHARE = 0.25;
const MIN_VARIETY = 0.45;

export const repetition: FittedSignal = {
  name: "repetition",
  group: "text",
  description: "The same words or characters over and over",
  detect({ content, words, known }) {
    const { repeated, classes } = surveyOf(content);
    const run =
      repeated >= LEAST_AGAIN || (classes & ASTRAL) !== 0 ? /([^\s.\-_=*~#])\1{5,}/u.exec(content) : null;
    if (run)
      return { strength: 1, evidence: run[0].slice(0, 20), span: inContent(run), variants: ["characters"] };
    if (words.length < MIN_WORDS) return undefined;
    const { different, most, count } = tallied(known);
    const share = count / words.length;
    const variety = different / words.length;
    if (share > MAX_SHARE)
      return {
        strength: Math.min(1, share),
        evidence: `${count} × ${most.slice(0, 30)}`,
        variants: ["word"],
      };
    if (variety < MIN_VARIETY && words.length < 200)
      return { strength: 1 - variety, evidence: "few different words", variants: ["variety"] };
    return undefined;
  },
};
