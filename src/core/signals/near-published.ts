import type { PriorSignal } from "./signal.ts";

const NEAR = 0.75;

export const nearPublished: PriorSignal = {
  name: "near-published",
  group: "behaviour",
  points: 2.5,
  description: "Nearly the same text as somebody else's published comment",
  detect({ fromServer }, history) {
    if (!history || fromServer || history.nearPublished < NEAR) return undefined;
    return { strength: history.nearPublished, evidence: `${Math.round(history.nearPublished * 100)}% alike` };
  },
};
