/** A score, and what it should have said. */
interface Score {
  readonly spam: boolean;
  readonly score: number;
}

/** Area under the ROC curve, ties counted half; null with one class only. */
export function auc(scored: readonly Score[]): number | null {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let ranks = 0;
  let spam = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]?.score === sorted[at]?.score) end++;
    const middle = (at + 1 + end) / 2;
    for (; at < end; at++) {
      if (!sorted[at]?.spam) continue;
      ranks += middle;
      spam++;
    }
  }
  const ham = sorted.length - spam;
  return spam === 0 || ham === 0 ? null : (ranks - (spam * (spam + 1)) / 2) / (spam * ham);
}
