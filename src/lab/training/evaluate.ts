import { auc } from "../../cli/replay/auc.ts";

/** A comment's score out of its source, and what it was. */
export interface Scored {
  readonly source: string;
  readonly spam: boolean;
  readonly language: string;
  /** Holds something to follow. */
  readonly payload: boolean;
  /** From a dump of a WordPress site. */
  readonly dump: boolean;
  /** What evidence beyond the text says on a site's first day, log-odds. */
  readonly priors: number;
  readonly score: number;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

interface Figures {
  readonly auc: number;
  /** Recall at .1, .5 and 1 % false positives. */
  readonly recall: readonly [number, number, number];
  /** Ham that cannot be published when .5 % of the spam may be. */
  readonly hamHeld: number;
}

const FALSE_POSITIVES = [0.001, 0.005, 0.01] as const;
const MISSED_SPAM = 0.005;

/** Leave-one-source-out figures: thresholds by the mean over the sources, each source counting alike. */
export function figures(scored: readonly Scored[]): Figures {
  const sources = [...new Set(scored.map(({ source }) => source))];
  const of = (source: string, spam: boolean) =>
    scored.filter((row) => row.source === source && row.spam === spam).map((row) => row.score);
  const ham = sources.map((source) => of(source, false));
  const spam = sources.map((source) => of(source, true));
  const above = (sets: readonly number[][], threshold: number) =>
    mean(sets.map((set) => set.filter((score) => score > threshold).length / Math.max(1, set.length)));
  const recall = FALSE_POSITIVES.map((share) => above(spam, threshold(ham, share, above)));
  const publish = -threshold(negate(spam), MISSED_SPAM, above);
  const hamHeld = mean(ham.map((set) => set.filter((score) => score >= publish).length / set.length));
  const aucs = sources.map((source) => auc(scored.filter((row) => row.source === source)) ?? 0);
  return { auc: mean(aucs), recall: recall as [number, number, number], hamHeld };
}

const negate = (sets: readonly number[][]) => sets.map((set) => set.map((score) => -score));

/** The least threshold above which the mean share is at most `share`. */
function threshold(
  sets: readonly number[][],
  share: number,
  above: (sets: readonly number[][], threshold: number) => number,
): number {
  const candidates = sets.flat().sort((a, b) => a - b);
  let low = 0;
  let high = candidates.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (above(sets, candidates[middle] as number) <= share) high = middle;
    else low = middle + 1;
  }
  return candidates[low] as number;
}

/** Of Newton's steps; a smaller one changes nothing that is kept. */
const SETTLED = 1e-10;

/**
 * Platt's scaling: A, B of ln p/(1-p) = A s + B, sources and classes counting alike; by Newton's method, halving a step
 * that makes it worse (Lin, Lin and Weng, "A note on Platt's probabilistic outputs", Machine Learning 68, 2007).
 */
export function platt(scored: readonly Scored[]): { scale: number; shift: number } {
  const count = new Map<string, number>();
  const key = ({ source, spam }: Scored) => `${source} ${spam}`;
  for (const row of scored) count.set(key(row), (count.get(key(row)) ?? 0) + 1);
  const rows = scored.map((row) => ({ ...row, weight: 1 / (count.get(key(row)) as number) }));
  let at = { scale: 1, shift: 0 };
  for (let round = 0; round < 100; round++) {
    const { scale, shift } = newtonStep(rows, at);
    const before = loss(rows, at);
    let part = 1;
    const next = () => ({ scale: at.scale - part * scale, shift: at.shift - part * shift });
    while (part > 1e-6 && loss(rows, next()) > before) part /= 2;
    at = next();
    if (Math.abs(part * scale) + Math.abs(part * shift) < SETTLED) break;
  }
  return at;
}

type Weighted = Scored & { readonly weight: number };

function loss(rows: readonly Weighted[], { scale, shift }: { scale: number; shift: number }): number {
  return rows.reduce((sum, { score, spam, weight }) => {
    const z = (scale * score + shift) * (spam ? -1 : 1);
    return sum + weight * (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));
  }, 0);
}

function newtonStep(rows: readonly Weighted[], { scale, shift }: { scale: number; shift: number }) {
  const g: [number, number] = [0, 0];
  const h: [number, number, number] = [1e-9, 0, 1e-9];
  for (const { score, spam, weight } of rows) {
    const p = 1 / (1 + Math.exp(-(scale * score + shift)));
    const error = weight * (p - (spam ? 1 : 0));
    const curve = weight * p * (1 - p);
    g[0] += error * score;
    g[1] += error;
    h[0] += curve * score * score;
    h[1] += curve * score;
    h[2] += curve;
  }
  const determinant = h[0] * h[2] - h[1] * h[1];
  return {
    scale: (h[2] * g[0] - h[1] * g[1]) / determinant,
    shift: (h[0] * g[1] - h[1] * g[0]) / determinant,
  };
}
