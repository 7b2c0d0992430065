import type { FittedSignal } from "./signal.ts";

/** Below this many letters an acronym or a short cheer looks like shouting. */
const MIN_LETTERS = 20;
const MAX_CALM_SHARE = 0.4;
const SAMPLE = 1000;

export const shouting: FittedSignal = {
  name: "shouting",
  group: "text",
  description: "Most letters are capitals",
  detect({ body }) {
    const sample = body.slice(0, SAMPLE);
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    const capitals = sample.match(/\p{Lu}/gu)?.length ?? 0;
    const share = capitals / letters;
    if (letters < MIN_LETTERS || share <= MAX_CALM_SHARE) return undefined;
    return { strength: Math.min(1, share), evidence: `${Math.round(share * 100)}% capitals` };
  },
};
