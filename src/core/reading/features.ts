import { gramsOf } from "../classifier/grams.ts";
import { tokenOf } from "../classifier/token.ts";
import { siteOnlyTokens, wordTokens } from "../classifier/tokens.ts";
import { hash } from "../hash.ts";
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
  /** Of the tokens, by which models know them. */
  readonly hashes: Uint32Array;
  /** Where the words begin. */
  readonly words: number;
  readonly siteOnly: number;
  /** Buckets of character n-grams, for the shipped model alone. */
  readonly grams: Uint16Array;
  readonly found: readonly Found[];
  /** Signals that failed. */
  readonly failed: readonly NotRun[];
}

const NO_VARIANT: readonly string[] = [""];

/** Asked for by the check and by the lesson. */
const known = new WeakMap<Subject, { readonly languages: string; readonly features: Features }>();

/**
 * Runs the fitted signals and lists the tokens. A signal that fails is neither spam nor ham. `like`: the same comment on a blog of
 * other hosts, as it was seen; only what looks at hosts is run again.
 */
export function featuresOf(
  subject: Subject,
  { languages }: Pick<Policy, "languages">,
  like?: Features,
): Features {
  const asked = languages.join();
  const before = known.get(subject);
  if (before?.languages === asked) return before.features;
  const features = seen(subject, languages, like);
  known.set(subject, { languages: asked, features });
  return features;
}

function seen(subject: Subject, languages: readonly string[], like: Features | undefined): Features {
  const foundBefore = like && new Map(like.found.map(({ signal, finding }) => [signal, finding]));
  const tokens: string[] = [];
  const hashes: number[] = [];
  const found: Found[] = [];
  const failed: NotRun[] = [];
  for (const signal of fittedSignals) {
    const from = tokens.length;
    try {
      const finding = foundBefore && !signal.asksHosts ? foundBefore.get(signal) : signal.detect(subject);
      if (!finding) continue;
      for (const variant of finding.variants ?? NO_VARIANT) {
        const token = tokenOf(`s:${signal.name}:${variant}`);
        tokens.push(token.text);
        hashes.push(token.hash);
      }
      found.push({ signal, finding, from, to: tokens.length });
    } catch (failure) {
      failed.push(brokenSignal(signal.name, failure));
    }
  }
  const words = tokens.length;
  for (const [token, hashed] of wordTokens(subject)) {
    tokens.push(token);
    hashes.push(hashed);
  }
  const own = siteOnlyTokens(subject, languages);
  for (const token of own) {
    tokens.push(token);
    hashes.push(hash(token));
  }
  return {
    subject,
    tokens,
    hashes: new Uint32Array(hashes),
    words,
    siteOnly: own.length,
    grams: like?.grams ?? gramsOf(subject.folded),
    found,
    failed,
  };
}
