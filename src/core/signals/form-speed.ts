import type { PriorSignal } from "./signal.ts";

const TOO_FAST = 3_000;
const FAST = 6_000;
const STALE = 86_400_000;

export const formSpeed: PriorSignal = {
  name: "form-speed",
  group: "form",
  points: 3,
  description: "The form was sent faster than a person types, or a day after it was shown",
  missing: ({ comment }) => (comment.form?.elapsed === undefined ? "no form time sent" : undefined),
  detect({ comment, fromServer }) {
    const elapsed = comment.form?.elapsed;
    if (elapsed === undefined || fromServer) return undefined;
    const evidence = `sent after ${(elapsed / 1000).toFixed(1)} s`;
    if (elapsed < TOO_FAST) return { strength: 1, evidence };
    if (elapsed < FAST) return { strength: 0.33, evidence };
    return elapsed > STALE
      ? { strength: 0.33, evidence: `open for ${Math.round(elapsed / 3_600_000)} h` }
      : undefined;
  },
};
