import { type Token, tokenOf } from "../classifier/token.ts";
import { siteOnlyTokens, wordTokens } from "../classifier/tokens.ts";
import { hash } from "../hash.ts";
import type { Policy } from "../judging/policy.ts";
import { brokenSignal, type NotRun } from "../judging/verdict.ts";
import { fittedSignals } from "../signals/fitted.ts";
import { mayFind, traitsOf } from "../signals/has.ts";
import type { Finding, FittedSignal } from "../signals/signal.ts";
import { LastAsked } from "./last-asked.ts";
import { slab } from "./slab.ts";
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
  readonly found: readonly Found[];
  /** Signals that failed. */
  readonly failed: readonly NotRun[];
}

/** For many comments. */
const cutHashes = slab((length) => new Uint32Array(length), 2 ** 13);

const NO_VARIANT: readonly string[] = [""];

/** Asked for by the check and by the lesson. */
const known = new LastAsked<{ readonly languages: readonly string[]; readonly features: Features }>();

/**
 * Runs the fitted signals and lists the tokens. A signal that fails is neither spam nor ham. `like`: the same comment on a blog of
 * other hosts, as it was seen; only what looks at hosts is run again.
 */
export function featuresOf(
  subject: Subject,
  { languages }: Pick<Policy, "languages">,
  like?: Features,
): Features {
  const make = () => ({ languages, features: seen(subject, languages, like) });
  return known.of(subject, make, (made) => isSame(made.languages, languages)).features;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some === others || some.join() === others.join();

/** Tokens of each signal's variants: they are few, and the same in each comment. */
const variants = fittedSignals.map(() => new Map<string, Token>());

function tokenFor(signal: number, variant: string): Token {
  const known = variants[signal] as Map<string, Token>;
  let token = known.get(variant);
  if (token === undefined) {
    token = tokenOf(`s:${fittedSignals[signal]?.name}:${variant}`);
    known.set(variant, token);
  }
  return token;
}

const mayFindAny = mayFind(fittedSignals);

function seen(subject: Subject, languages: readonly string[], like: Features | undefined): Features {
  const foundBefore = like && new Map(like.found.map(({ signal, finding }) => [signal, finding]));
  const tokens: string[] = [];
  const hashes: number[] = [];
  const found: Found[] = [];
  const failed: NotRun[] = [];
  const traits = traitsOf(subject);
  for (let i = 0; i < fittedSignals.length; i++) {
    if (!mayFindAny(i, traits)) continue;
    const signal = fittedSignals[i] as FittedSignal;
    const from = tokens.length;
    try {
      const finding = foundBefore && !signal.asksHosts ? foundBefore.get(signal) : signal.detect(subject);
      if (!finding) continue;
      for (const variant of finding.variants ?? NO_VARIANT) {
        const token = tokenFor(i, variant);
        tokens.push(token.text);
        hashes.push(token.hash);
      }
      found.push({ signal, finding, from, to: tokens.length });
    } catch (failure) {
      failed.push(brokenSignal(signal.name, failure));
    }
  }
  const end = tokens.length;
  const words = wordTokens(subject);
  const own = siteOnlyTokens(subject, languages);
  const all = cutHashes(hashes.length + words.hashes.length + own.length);
  for (let i = 0; i < hashes.length; i++) all[i] = hashes[i] as number;
  all.set(words.hashes, hashes.length);
  for (let i = 0; i < own.length; i++) all[all.length - own.length + i] = hash(own[i] as string);
  for (const text of words.texts) tokens.push(text);
  for (const text of own) tokens.push(text);
  return {
    subject,
    tokens,
    hashes: all,
    words: end,
    siteOnly: own.length,
    found,
    failed,
  };
}
