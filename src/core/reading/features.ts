import { gramsOf } from "../classifier/grams.ts";
import { siteOnlyTokens, wordTokens } from "../classifier/tokens.ts";
import type { Policy } from "../judging/policy.ts";
import { brokenSignal, type NotRun } from "../judging/verdict.ts";
import { fittedSignals } from "../signals/fitted.ts";
import type { Finding, FittedSignal } from "../signals/signal.ts";
import type { Subject } from "./subject.ts";

/** A fitted signal's finding, and which tokens are its own: from `from`, before `to`. */
interface Found {
  readonly signal: FittedSignal;
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
}

/** A comment as the classifier sees it. Tokens of signals first, then of words, then those for the site alone. */
export interface Features {
  readonly subject: Subject;
  readonly tokens: readonly string[];
  /** Where the words begin. */
  readonly words: number;
  readonly siteOnly: number;
  /** Buckets of character n-grams, for the shipped model alone. */
  readonly grams: Uint16Array;
  readonly found: readonly Found[];
  /** Signals that failed. */
  readonly failed: readonly NotRun[];
}

/** Runs the fitted signals and lists the tokens. A signal that fails is neither spam nor ham. */
export function featuresOf(subject: Subject, { languages }: Pick<Policy, "languages">): Features {
  const tokens: string[] = [];
  const found: Found[] = [];
  const failed: NotRun[] = [];
  for (const signal of fittedSignals) {
    const from = tokens.length;
    try {
      const finding = signal.detect(subject);
      if (!finding) continue;
      for (const variant of finding.variants ?? [""]) tokens.push(`s:${signal.name}:${variant}`);
      found.push({ signal, finding, from, to: tokens.length });
    } catch (failure) {
      failed.push(brokenSignal(signal.name, failure));
    }
  }
  const words = tokens.length;
  tokens.push(...wordTokens(subject));
  const own = siteOnlyTokens(subject, languages);
  tokens.push(...own);
  return { subject, tokens, words, siteOnly: own.length, grams: gramsOf(subject.folded), found, failed };
}
