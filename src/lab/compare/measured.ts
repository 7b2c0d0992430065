import type { Labelled } from "../../cli/reading/labelled.ts";
import { auc } from "../../cli/replay/auc.ts";
import type { Peer } from "./peer.ts";

/** Good comments that may be called spam. */
const MISSED = 0.005;

export interface Measured {
  readonly auc: number | null;
  /** Of the spam, what scores above all but so few of the good comments; null with one class. */
  readonly recall: number | null;
  readonly milliseconds: number;
}

/** Spam above the score that no more than a share of the good comments exceed; null with one class. */
export function recallAt(
  scored: readonly { readonly spam: boolean; readonly score: number }[],
  share: number,
): number | null {
  const of = (spam: boolean) => scored.filter((row) => row.spam === spam).map(({ score }) => score);
  const [ham, spam] = [of(false).sort((a, b) => b - a), of(true)];
  if (ham.length === 0 || spam.length === 0) return null;
  const limit = ham[Math.floor(share * ham.length)] as number;
  return spam.filter((score) => score > limit).length / spam.length;
}

/** A filter over comments in order of time; undefined: it is not installed. */
export function measure(peer: Peer, rows: readonly Labelled[]): Measured | undefined {
  const start = performance.now();
  const scores = peer.play(rows);
  const milliseconds = (performance.now() - start) / Math.max(1, rows.length);
  if (!scores) return undefined;
  const scored = rows.map(({ label }, i) => ({ spam: label === "spam", score: scores[i] as number }));
  return { auc: auc(scored), recall: recallAt(scored, MISSED), milliseconds };
}
