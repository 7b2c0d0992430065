import type { Corpus } from "../classifier/corpus.ts";
import { scoreTokens } from "../classifier/score.ts";
import { hash } from "../hash.ts";
import { outcomeOf, type Policy, type Thresholds } from "../judging/policy.ts";
import type { Outcome, Verdict } from "../judging/verdict.ts";
import { featuresOf } from "../reading/features.ts";
import type { Subject } from "../reading/subject.ts";
import { asWritten } from "./as-written.ts";
import { seenHere } from "./strongest.ts";

export { signalText } from "../signals/names.ts";

interface Counts {
  readonly spam: number;
  readonly ham: number;
}

/** One word, name or host, what it weighs, and in about how many judged comments it stood. */
interface TokenEvidence {
  /** Its family, a colon, and what readers know it by: whole words. */
  readonly token: string;
  readonly points: number;
  /** In the shipped model's training; undefined: it does not know the token. */
  readonly starter: Counts | undefined;
  readonly site: Counts;
}

const MOST = 25;

/** The classifier's evidence word by word, the strongest first. Made when a comment is opened, with what is known now. */
export function explain(subject: Subject, corpus: Corpus, policy: Policy): { tokens: TokenEvidence[] } {
  const features = featuresOf(subject, policy);
  const { points } = scoreTokens(features, corpus);
  const { tokens, words } = features;
  const told = tokens.map((token, i) => ({ token, points: points[i] as number, i })).slice(words);
  told.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const known = told.filter(({ points }) => points !== 0).slice(0, MOST);
  const read = (token: string) =>
    `${token.slice(0, token.indexOf(":"))}:${asWritten(token, subject, policy.languages)}`;
  return {
    tokens: known.map(({ token, points }) => ({ token: read(token), points, ...countsOf(token, corpus) })),
  };
}

function countsOf(token: string, { starter, site }: Corpus): Pick<TokenEvidence, "starter" | "site"> {
  const hashed = hash(token);
  const place = /^(?:A|ls|P):/.test(token) ? undefined : starter?.find(hashed);
  return {
    starter:
      starter && place !== undefined
        ? { spam: starter.spam[place] as number, ham: starter.ham[place] as number }
        : undefined,
    site: seenHere(token, site),
  };
}

/** The smallest set of hits without which the score alone would have led elsewhere. */
export interface TurningPoint {
  readonly without: readonly string[];
  readonly outcome: Outcome;
}

/**
 * What would have changed the verdict. Taking away the strongest hits of one side first gives the smallest set, as the
 * points add up. Undefined: no hits could be taken away to change it.
 */
export function turningPoint(
  { hits, score, payload }: Pick<Verdict, "hits" | "score" | "payload">,
  thresholds: Thresholds,
): TurningPoint | undefined {
  const led = (sum: number): Outcome => outcomeOf(1 / (1 + Math.exp(-sum)), thresholds, payload);
  const before = led(score);
  const found = ([1, -1] as const).flatMap((side) => {
    const own = hits.filter((hit) => hit.signal !== "baseline" && hit.points * side > 0);
    const strongest = [...own].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    let left = score;
    for (const [i, hit] of strongest.entries()) {
      left -= hit.points;
      const outcome = led(left);
      if (outcome !== before)
        return [{ without: strongest.slice(0, i + 1).map(({ signal }) => signal), outcome }];
    }
    return [];
  });
  return found.sort((a, b) => a.without.length - b.without.length)[0];
}
