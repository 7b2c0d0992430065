import { mayHold } from "../reading/needs.ts";
import { quoted } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { signsOf } from "../reading/symbols.ts";
import type { FittedSignal } from "./signal.ts";

/** Tags are in the content alone. */
const ELEMENT = /<(?:code|pre)(?![a-z])/i;
const CODE =
  /```|`[^`\n]{1,200}`|\b(?:function|const|return|import|def|class|void|sudo|npm|git|pip)\b[ (][^\n]{0,80}[;(){}=]|[;{}]\s*$|=>|\(\)|(?<!\w)\w{1,40}\.\w{1,40}\(/m;
const SAMPLE = 8192;
/** What it needs: a sign, a word of code with a sign behind it, or a dot and a bracket behind words. */
const MAY_BE_ELEMENT = mayHold("<code", "<pre");
const HAS_SIGN = mayHold("`", "; ", "{ ", "} ", "=>", "()");
/** What may stand at the end of what is searched, with more text behind it. */
const STOPS = signsOf(";{}");
const ENDS = signsOf(";(){}=");
const HAS_WORD = mayHold(
  ..."function const return import def class void sudo npm git pip"
    .split(" ")
    .flatMap((word) => [`${word} `, `${word}(`]),
);
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0_"];
const HAS_DOT = mayHold(...LETTERS.map((letter) => `.${letter}`));
const HAS_CALL = mayHold(...LETTERS.map((letter) => `${letter}(`));

function mayBeCode(text: string): boolean {
  const survey = surveyOf(text);
  if (HAS_SIGN(survey) || (text.length > SAMPLE && (survey.signs & STOPS) !== 0)) return true;
  return (survey.signs & ENDS) !== 0 && (HAS_WORD(survey) || (HAS_DOT(survey) && HAS_CALL(survey)));
}

export const code: FittedSignal = {
  name: "code",
  group: "text",
  signs: signsOf("<`;{}=()"),
  description: "Source code or a command",
  detect({ content, body }) {
    const element = MAY_BE_ELEMENT(surveyOf(content)) ? ELEMENT.exec(content.slice(0, SAMPLE)) : null;
    const match = element ?? (mayBeCode(body) ? CODE.exec(body.slice(0, SAMPLE)) : null);
    return match
      ? { strength: 1, evidence: quoted(element ? content : body, match, 40) || "code" }
      : undefined;
  },
};
