import { PICTURES } from "./has.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const SAMPLE = 4096;
const MANY = 4;
/** Fingers, arrows, money and alarms: signs of a shop window. One of them says nothing. */
const SIGNS = /[👉👈👇➡💰💸💵💶🤑🏦💳🔥⚡✅☑🎁🎰🎲💎🚀📈📉📞☎📲📱🔞❗‼🏆🪙📌📣📢🆓💯]/gu;
const SOME_SIGNS = 2;
/** A name between two of the same emoji, as a shop hangs its sign out. Trade marks are no emoji. */
const FRAMED =
  /(?![©®™])(\p{Extended_Pictographic})\ufe0f?[ \u200b-\u200d]{0,2}[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200b-\u200d ._-]{1,30}\1/u;

export const emoji: FittedSignal = {
  name: "emoji",
  group: "text",
  needs: PICTURES,
  description: "Many emoji, several that point and promise, or a name between two of them",
  detect({ content }) {
    const sample = content.slice(0, SAMPLE);
    const found = [...sample.matchAll(/\p{Extended_Pictographic}/gu)];
    const [first] = found;
    if (!first) return undefined;
    const signs = sample.match(SIGNS)?.length ?? 0;
    const variants = [
      ...(found.length >= MANY ? ["many"] : []),
      ...(signs >= SOME_SIGNS ? ["signs"] : []),
      ...(found.length > 1 && FRAMED.test(sample) ? ["framed"] : []),
    ];
    if (variants.length === 0) return undefined;
    return {
      strength: Math.min(1, found.length / 8),
      evidence: `${found.length} emoji`,
      span: inContent(first),
      variants,
    };
  },
};
