import type { CommentRow } from "../tables/comment-row.ts";

/** What one signal said of comments that people decided on. */
export interface SignalRecord {
  readonly signal: string;
  /** It spoke for what the person said, or against it. */
  readonly right: number;
  readonly wrong: number;
  /** Mean of |points|. */
  readonly weight: number;
}

/** A hit below this says nothing worth counting, log-odds. */
const LEAST = 0.1;

/** Signals by how often they were right here; the baseline is no evidence. */
export function signalRecords(decided: readonly Pick<CommentRow, "status" | "verdict">[]): SignalRecord[] {
  const records = new Map<string, { right: number; wrong: number; points: number }>();
  for (const { status, verdict } of decided) {
    for (const { signal, points } of verdict.hits) {
      if (signal === "baseline" || Math.abs(points) < LEAST) continue;
      const record = records.get(signal) ?? { right: 0, wrong: 0, points: 0 };
      const right = points > 0 === (status === "spam");
      if (right) record.right++;
      else record.wrong++;
      record.points += Math.abs(points);
      records.set(signal, record);
    }
  }
  return [...records]
    .map(([signal, { right, wrong, points }]) => ({ signal, right, wrong, weight: points / (right + wrong) }))
    .sort((a, b) => b.weight * (b.right + b.wrong) - a.weight * (a.right + a.wrong));
}
