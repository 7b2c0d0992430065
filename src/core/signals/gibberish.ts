import { PILED_UP } from "../reading/known-word.ts";
import { shortened } from "../reading/quoted.ts";
import { NAME, PILED } from "./has.ts";
import type { FittedSignal } from "./signal.ts";
import { isPiledUpName } from "./telling-words.ts";

export const gibberish: FittedSignal = {
  name: "gibberish",
  group: "text",
  needs: NAME | PILED,
  description: "Letters that are no word of any language",
  detect({ known, kinds, foldedName, name }) {
    const inText =
      (kinds & PILED_UP) === 0 ? undefined : known.find((word) => (word.kinds & PILED_UP) !== 0)?.text;
    const inName =
      isPiledUpName(foldedName) || /^[a-z]+[A-Z]{2,}[a-z]*$|^[A-Z][a-z]+[a-z][A-Z]{2,}$/.test(name);
    if (!inText && !inName) return undefined;
    const variants = [...(inText ? ["text"] : []), ...(inName ? ["name"] : [])];

    return { strength: 1, evidence: shortened(inText ?? name, 40), variants };
  },
};
