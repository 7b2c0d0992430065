import { shortened } from "../reading/quoted.ts";
import type { FittedSignal } from "./signal.ts";

/** Consonants in a row; y counts as a vowel. */
const SIX = /[bcdfghjklmnpqrstvwxz]{6}/;
const FIVE = /[bcdfghjklmnpqrstvwxz]{5}/;
/** Letters that are one sound, which words put together pile up: "Rechtsschutz", "Deutschland", "wszczęcie". */
const SOUNDS = /t?sch|ght|ch|ck|sh|th|ph|tz|szcz|sz|cz|rz|ng|st/g;
const LONGEST = 40;

const piled = (word: string, row: RegExp) => row.test(word) && row.test(word.replace(SOUNDS, "s"));

export const gibberish: FittedSignal = {
  name: "gibberish",
  group: "text",
  description: "Letters that are no word of any language",
  detect({ words, foldedName, name }) {
    const inText = words.find((word) => word.length <= LONGEST && /^[a-z]+$/.test(word) && piled(word, SIX));
    const inName =
      piled(foldedName, FIVE) || /^[a-z]+[A-Z]{2,}[a-z]*$|^[A-Z][a-z]+[a-z][A-Z]{2,}$/.test(name);
    if (!inText && !inName) return undefined;
    const variants = [...(inText ? ["text"] : []), ...(inName ? ["name"] : [])];

    return { strength: 1, evidence: shortened(inText ?? name, 40), variants };
  },
};
