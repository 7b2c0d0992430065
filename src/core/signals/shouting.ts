import { kindAt, LETTER, UPPER } from "../reading/characters.ts";

import { CAPITALS } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

/** Below this many letters an acronym or a short cheer looks like shouting. */
const MIN_LETTERS = 20;
const MAX_CALM_SHARE = 0.4;
const SAMPLE = 1000;

export const shouting: FittedSignal = {
  name: "shouting",
  group: "text",
  needs: CAPITALS,
  description: "Most letters are capitals",
  detect({ body }) {
    let letters = 0;
    let capitals = 0;
    const sample = body.slice(0, SAMPLE);
    for (let at = 0; at < sample.length; at++) {
      const kind = kindAt(sample, at);
      letters += kind & LETTER;
      capitals += kind & UPPER;
    }
    capitals /= UPPER;
    const share = capitals / letters;
    if (letters < MIN_LETTERS || share <= MAX_CALM_SHARE) return undefined;
    return { strength: Math.min(1, share), evidence: `${Math.round(share * 100)}% capitals` };
  },
};
