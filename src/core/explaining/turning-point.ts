import { outcomeOf, type Thresholds } from "../judging/policy.ts";
import type { Outcome, Verdict } from "../judging/verdict.ts";

/** The smallest set of hits without which the score alone would have led elsewhere. */
export interface TurningPoint {
  readonly without: readonly string[];
  readonly outcome: Outcome;
}

/**
 * What would have changed the verdict. Taking away the strongest hits of one side first gives the smallest set, as the
 * points add up. Undefined: no hits could be taken away to change it.
 */
export function turningPoint(
  { hits, score, payload }: Pick<Verdict, "hits" | "score" | "payload">,
  thresholds: Thresholds,
): TurningPoint | undefined {
  const led = (sum: number): Outcome => outcomeOf(1 / (1 + Math.exp(-sum)), thresholds, payload);
  const before = led(score);
  const found = ([1, -1] as const).flatMap((side) => {
    const own = hits.filter((hit) => hit.signal !== "baseline" && hit.points * side > 0);
    const strongest = [...own].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    let left = score;
    for (const [i, hit] of strongest.entries()) {
      left -= hit.points;
      const outcome = led(left);
      if (outcome !== before)
        return [{ without: strongest.slice(0, i + 1).map(({ signal }) => signal), outcome }];
    }
    return [];
  });
  return found.sort((a, b) => a.without.length - b.without.length)[0];
}
