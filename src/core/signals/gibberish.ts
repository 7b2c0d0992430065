import type { FittedSignal } from "../signal.ts";

/** Six consonants in a row, or capitals and small letters without order; y counts as a vowel. */
const CONSONANTS = /(?<![\p{L}\p{N}_])[a-z]*[bcdfghjklmnpqrstvwxz]{6,}[a-z]*(?![\p{L}\p{N}_])/iu;

export const gibberish: FittedSignal = {
  name: "gibberish",
  group: "text",
  description: "Letters that are no word of any language",
  detect({ body, foldedName, name }) {
    const sample = body.slice(0, 4096);
    const match = CONSONANTS.exec(sample);
    const inText = match && !/^[A-Z\d]+$/.test(match[0]) ? match[0] : undefined;
    const inName =
      /[bcdfghjklmnpqrstvwxz]{5,}/.test(foldedName) ||
      /^[a-z]+[A-Z]{2,}[a-z]*$|^[A-Z][a-z]+[a-z][A-Z]{2,}$/.test(name);
    if (!inText && !inName) return undefined;
    const variants = [...(inText ? ["text"] : []), ...(inName ? ["name"] : [])];

    return { strength: 1, evidence: (inText ?? name).slice(0, 40), variants };
  },
};
