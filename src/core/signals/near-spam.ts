import type { PriorSignal } from "./signal.ts";

const NEAR = 0.6;

export const nearSpam: PriorSignal = {
  name: "near-spam",
  group: "behaviour",
  points: 4,
  description: "Nearly the same text as a comment that a person called spam",
  detect(_, history) {
    if (!history || history.nearSpam < NEAR) return undefined;
    return { strength: history.nearSpam, evidence: `${Math.round(history.nearSpam * 100)}% alike` };
  },
};
