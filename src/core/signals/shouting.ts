import { kindAt, LETTER, UPPER } from "../reading/characters.ts";

import { CAPITALS, SHOUTED } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

export const shouting: FittedSignal = {
  name: "shouting",
  group: "text",
  needs: CAPITALS,
  description: "Most letters are capitals",
  detect({ body }) {
    let letters = 0;
    let capitals = 0;
    const sample = body.slice(0, SHOUTED.within);
    for (let at = 0; at < sample.length; at++) {
      const kind = kindAt(sample, at);
      letters += kind & LETTER;
      capitals += kind & UPPER;
    }
    capitals /= UPPER;
    const share = capitals / letters;
    if (letters < SHOUTED.least || share <= SHOUTED.share) return undefined;
    return { strength: Math.min(1, share), evidence: `${Math.round(share * 100)}% capitals` };
  },
};
