import { LOOKALIKES } from "./has.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const WORD = /[\p{L}\p{N}]+/gu;
const MIXED =
  /[a-z][\u0370-\u052f\u0561-\u0587]|[\u0370-\u052f\u0561-\u0587][a-z]|[\u0430-\u044f]\d[\u0430-\u044f]/iu;
const MANY = 3;
/** A unit or a formula (µm, Δx) mixes scripts honestly. */
const HONEST = /^.?[µμΔαβγπσΩ].{0,2}$/iu;

export const mixedScript: FittedSignal = {
  name: "mixed-script",
  group: "text",
  needs: LOOKALIKES,
  description: "Words that mix Latin with look-alike letters of other scripts",
  detect({ content }) {
    if (!MIXED.test(content)) return undefined;
    const words = [...content.matchAll(WORD)].filter(([word]) => MIXED.test(word) && !HONEST.test(word));
    const [first] = words;
    if (!first) return undefined;
    return {
      strength: Math.min(1, words.length / MANY),
      evidence: first[0].slice(0, 40),
      span: inContent(first),
      variants: [words.length >= MANY ? "many" : "one"],
    };
  },
};
