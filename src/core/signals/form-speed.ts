import type { PriorSignal } from "./signal.ts";

const TOO_FAST = 3_000;
const FAST = 6_000;
/** A page of a static build has the time of the build. */
const STALE = 86_400_000;

export const formSpeed: PriorSignal = {
  name: "form-speed",
  group: "form",
  points: 3,
  description: "The form was sent faster than a person types",
  missing({ comment }) {
    const elapsed = comment.form?.elapsed;
    if (elapsed === undefined) return "no form time sent";
    if (elapsed < 0) return "the form's time lies in the future";
    return elapsed > STALE ? "the form is older than a day" : undefined;
  },
  detect({ comment, fromServer }) {
    const elapsed = comment.form?.elapsed;
    if (elapsed === undefined || elapsed < 0 || fromServer) return undefined;
    const evidence = `sent after ${(elapsed / 1000).toFixed(1)} s`;
    if (elapsed < TOO_FAST) return { strength: 1, evidence };
    return elapsed < FAST ? { strength: 0.33, evidence } : undefined;
  },
};
