import type { SignalScore } from "../../contract/insight.ts";
import type { CommentRow } from "../tables/comments.ts";

/** A hit below this says nothing worth counting, log-odds. */
const LEAST = 0.1;

/** Signals by how often they were right here; the baseline is no evidence. */
export function signalScores(decided: readonly Pick<CommentRow, "status" | "verdict">[]): SignalScore[] {
  const scores = new Map<string, { right: number; wrong: number; points: number }>();
  for (const { status, verdict } of decided) {
    for (const { signal, points } of verdict.hits) {
      if (signal === "baseline" || Math.abs(points) < LEAST) continue;
      const score = scores.get(signal) ?? { right: 0, wrong: 0, points: 0 };
      const right = points > 0 === (status === "spam");
      if (right) score.right++;
      else score.wrong++;
      score.points += Math.abs(points);
      scores.set(signal, score);
    }
  }
  return [...scores]
    .map(([signal, { right, wrong, points }]) => ({ signal, right, wrong, weight: points / (right + wrong) }))
    .sort((a, b) => b.weight * (b.right + b.wrong) - a.weight * (a.right + a.wrong));
}
