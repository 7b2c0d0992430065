import type { Label } from "../judging/decision.ts";

/** Certain enough to learn from its own verdict, whatever the site's thresholds. */
const SURE_HAM = 0.005;
const SURE_SPAM = 0.995;
/** A verdict of its own teaches far less than a person: with weight 1 the filter confirms its own errors. */
export const WEAK_WEIGHT = 0.3;
/** A verdict that nobody took back for so long is taken for right, milliseconds. */
export const WEAK_AFTER = 7 * 86_400_000;

/** What an unrevoked verdict teaches; undefined: it was not sure enough. */
export function weakLabel(probability: number): Label | undefined {
  if (probability < SURE_HAM) return "ham";
  return probability > SURE_SPAM ? "spam" : undefined;
}
