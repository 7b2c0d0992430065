import type { Thresholds } from "../judging/policy.ts";
import type { Outcome, Verdict } from "../judging/verdict.ts";

/** The smallest set of hits without which the score alone would have led elsewhere. */
export interface TurningPoint {
  readonly without: readonly string[];
  readonly outcome: Outcome;
}

const outcomeOf = (score: number, { publishBelow, rejectAbove }: Thresholds): Outcome => {
  const probability = 1 / (1 + Math.exp(-score));
  if (probability < publishBelow) return "publish";
  return probability > rejectAbove ? "reject" : "review";
};

/**
 * What would have changed the verdict. Taking away the strongest hits of one side first gives the smallest set, as the
 * points add up. Undefined: no hits could be taken away to change it.
 */
export function turningPoint(
  { hits, score }: Pick<Verdict, "hits" | "score">,
  thresholds: Thresholds,
): TurningPoint | undefined {
  const before = outcomeOf(score, thresholds);
  const found = ([1, -1] as const).flatMap((side) => {
    const own = hits.filter((hit) => hit.signal !== "baseline" && hit.points * side > 0);
    const strongest = [...own].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    let left = score;
    for (const [i, hit] of strongest.entries()) {
      left -= hit.points;
      const outcome = outcomeOf(left, thresholds);
      if (outcome !== before)
        return [{ without: strongest.slice(0, i + 1).map(({ signal }) => signal), outcome }];
    }
    return [];
  });
  return found.sort((a, b) => a.without.length - b.without.length)[0];
}
