import { replayFigures } from "../../cli/replay/figures.ts";
import type { PlayedRow } from "../../cli/replay/play.ts";

/** What a blog had of one way, over its whole history. */
export interface Measured {
  readonly comments: number;
  /** Held of all, of each quarter, and of the first comments. */
  readonly human: number;
  readonly quarters: readonly number[];
  readonly first: number;
  readonly ham: number;
  readonly hamRejected: number;
  readonly spam: number;
  readonly spamPublished: number;
  /** Of the spam that was published, what held something to follow. */
  readonly payloadPublished: number;
  readonly auc: number | null;
}

/** How many comments make a blog's beginning. */
const FIRST = 50;

export function measured(played: readonly PlayedRow[]): Measured {
  const { comments, humanShare, quarters, ham, spam, auc } = replayFigures(played, 0);
  const first = played.slice(0, FIRST);
  const all = ({ published, held, rejected }: typeof ham) => published + held + rejected;
  return {
    comments,
    human: humanShare,
    quarters: quarters.map((quarter) => quarter.humanShare),
    first: first.filter(({ outcome }) => outcome === "review").length / Math.max(1, first.length),
    ham: all(ham),
    hamRejected: ham.rejected,
    spam: all(spam),
    spamPublished: spam.published,
    payloadPublished: played.filter(
      ({ label, outcome, payload }) => label === "spam" && outcome === "publish" && payload,
    ).length,
    auc,
  };
}

/** Several blogs' as one: shares as means over the blogs, each counting alike, counts as sums. */
export function together(all: readonly Measured[]): Measured {
  const mean = (of: (one: Measured) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const sum = (of: (one: Measured) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    comments: sum((one) => one.comments),
    human: mean((one) => one.human),
    quarters: [0, 1, 2, 3].map((quarter) => mean((one) => one.quarters[quarter] ?? 0)),
    first: mean((one) => one.first),
    ham: sum((one) => one.ham),
    hamRejected: sum((one) => one.hamRejected),
    spam: sum((one) => one.spam),
    spamPublished: sum((one) => one.spamPublished),
    payloadPublished: sum((one) => one.payloadPublished),
    auc: mean((one) => one.auc ?? 0),
  };
}
