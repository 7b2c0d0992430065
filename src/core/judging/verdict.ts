import type { Spread } from "../memory/history.ts";
import type { PayloadKind } from "../reading/payload.ts";
import type { RuleKind } from "./rule-kind.ts";

export type Outcome = "publish" | "review" | "reject";

/** Where in the comment the evidence stands, in UTF-16 units of the field as sent. */
export interface Span {
  readonly field: "content" | "author.name" | "author.email" | "author.url" | "referrer";
  readonly start: number;
  readonly end: number;
}

/** A signal's share of the score, in log-odds: above zero speaks for spam. */
export interface Hit {
  readonly signal: string;
  readonly points: number;
  readonly evidence: string;
  readonly span?: Span | undefined;
}

/** A check that could not be made, with the reason; it is neither spam nor ham. */
export interface NotRun {
  readonly signal: string;
  readonly reason: string;
  /** It broke, rather than having nothing to go by. */
  readonly failed?: true;
}

/** A rule of the owner's that changed the outcome, whatever the score. */
export interface PolicyHit {
  /** In words. */
  readonly rule: string;
  readonly effect: "publish" | "hold" | "reject";
  readonly kind: RuleKind;
  /** What the owner wrote in her lists: an entry, or the name of a listed author. Of a wave's rule its id. */
  readonly entry?: string | undefined;
  /** Of a wave's rule: who decided on the wave, and whether it was discarded, not called spam. */
  readonly by?: string | undefined;
  readonly discards?: true | undefined;
  /** What it is that others brought, too. */
  readonly spread?: Pick<Spread, "domain" | "others"> | undefined;
}

/** The abuse axis: separate from spam, flags and holds only. */
export interface Abuse {
  readonly score: number;
  readonly flagged: boolean;
  readonly hits: readonly Hit[];
}

/** The filter's answer. The points of `hits` add up to `score`; probability = 1 / (1 + e^-score). */
export interface Verdict {
  readonly outcome: Outcome;
  /** A reject with independent evidence far beyond the threshold. */
  readonly blatant: boolean;
  readonly score: number;
  readonly probability: number;
  /** What a reader could follow, by kind. Undefined: not known, as it was not looked for. */
  readonly payload?: readonly PayloadKind[] | undefined;
  readonly abuse: Abuse;
  readonly policy: readonly PolicyHit[];
  /** Ordered by |points|. */
  readonly hits: readonly Hit[];
  readonly notRun: readonly NotRun[];
}

/** A signal that threw: neither spam nor ham. */
export const brokenSignal = (signal: string, failure: unknown): NotRun => ({
  signal,
  reason: failure instanceof Error ? failure.message : "failed",
  failed: true,
});
