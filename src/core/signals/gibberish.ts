import type { FittedSignal } from "./signal.ts";

/** Six consonants in a row; y counts as a vowel. */
const CONSONANTS = /^[a-z]*?[bcdfghjklmnpqrstvwxz]{6}/;
const LONGEST = 40;

export const gibberish: FittedSignal = {
  name: "gibberish",
  group: "text",
  description: "Letters that are no word of any language",
  detect({ words, foldedName, name }) {
    const inText = words.find((word) => word.length <= LONGEST && CONSONANTS.test(word));
    const inName =
      /[bcdfghjklmnpqrstvwxz]{5,}/.test(foldedName) ||
      /^[a-z]+[A-Z]{2,}[a-z]*$|^[A-Z][a-z]+[a-z][A-Z]{2,}$/.test(name);
    if (!inText && !inName) return undefined;
    const variants = [...(inText ? ["text"] : []), ...(inName ? ["name"] : [])];

    return { strength: 1, evidence: (inText ?? name).slice(0, 40), variants };
  },
};
