import type { Decision } from "../judging/decision.ts";
import type { Outcome } from "../judging/verdict.ts";

/** The standard normal's quantile that leaves 5 % outside. */
const Z95 = 1.959964;

/** A share of a number of cases, with its 95 % confidence interval. All in 0..1; null: no case. */
export interface Rate {
  readonly part: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval: honest for few cases and for shares near 0 and 1, where the usual one is not. (E. B. Wilson, Probable
 * inference, the law of succession, and statistical inference. JASA 22, 1927.)
 */
export function rate(part: number, of: number): Rate {
  if (of === 0) return { part, of, share: null, low: 0, high: 1 };
  const share = part / of;
  const z2 = Z95 ** 2;
  const centre = share + z2 / (2 * of);
  const spread = Z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of ** 2));
  const scale = 1 + z2 / of;
  return {
    part,
    of,
    share,
    low: part === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: part === of ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

/** Decisions that stand, by what the filter had judged of the comment. */
interface Judged {
  readonly outcome: Outcome;
  readonly decision: Decision;
  readonly count: number;
}

/** How right the filter was, as far as people looked. */
export interface Accuracy {
  /** Of what it rejected and people looked at: the share that they called spam. */
  readonly precision: Rate;
  /** Of what people called spam: the share that it rejected by itself. */
  readonly recall: Rate;
  /** Of what people called spam: the share that it published. */
  readonly missed: Rate;
  /** Of what it published and people looked at: the share that they approved. */
  readonly published: Rate;
  /** Good comments that it rejected and a person saved. */
  readonly hamLost: number;
  readonly of: (outcome: Outcome, decision: Decision) => number;
}

/** Measures verdicts by decisions. A discarded comment is neither spam nor ham. */
export function accuracyOf(judged: readonly Judged[]): Accuracy {
  const of = (outcome: Outcome, decision: Decision) =>
    judged
      .filter((one) => one.outcome === outcome && one.decision === decision)
      .reduce((sum, { count }) => sum + count, 0);
  const spam = of("publish", "spam") + of("review", "spam") + of("reject", "spam");
  const looked = (outcome: Outcome) => of(outcome, "spam") + of(outcome, "approve");
  return {
    precision: rate(of("reject", "spam"), looked("reject")),
    recall: rate(of("reject", "spam"), spam),
    missed: rate(of("publish", "spam"), spam),
    published: rate(of("publish", "approve"), looked("publish")),
    hamLost: of("reject", "approve"),
    of,
  };
}
