import { PICTURE } from "../reading/characters.ts";
import { surveyOf } from "../reading/survey.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const SAMPLE = 4096;
const MANY = 4;
/** Fingers, arrows, money and alarms: signs of a shop window. One of them says nothing. */
const SIGNS = /[👉👈👇➡💰💸💵💶🤑🏦💳🔥⚡✅☑🎁🎰🎲💎🚀📈📉📞☎📲📱🔞❗‼🏆🪙📌📣📢🆓💯]/gu;
const SOME_SIGNS = 2;

export const emoji: FittedSignal = {
  name: "emoji",
  group: "text",
  description: "Many emoji, or several that point and promise: fingers, money, fire, rockets",
  detect({ ascii, content }) {
    if (ascii || (surveyOf(content).classes & PICTURE) === 0) return undefined;
    const sample = content.slice(0, SAMPLE);
    const found = [...sample.matchAll(/\p{Extended_Pictographic}/gu)];
    const [first] = found;
    if (!first) return undefined;
    const signs = sample.match(SIGNS)?.length ?? 0;
    const variants = [...(found.length >= MANY ? ["many"] : []), ...(signs >= SOME_SIGNS ? ["signs"] : [])];
    if (variants.length === 0) return undefined;
    return {
      strength: Math.min(1, found.length / 8),
      evidence: `${found.length} emoji`,
      span: inContent(first),
      variants,
    };
  },
};
