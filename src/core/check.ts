import { judgeAbuse } from "./abuse/abuse.ts";
import type { Corpus } from "./classifier/corpus.ts";
import { scoreTokens, type TokenScores } from "./classifier/score.ts";
import type { SiteState } from "./classifier/site-state.ts";
import { PAYLOAD_TOKEN } from "./classifier/tokens.ts";
import { seenHere, strongest } from "./explaining/strongest.ts";
import { applyPolicy } from "./judging/apply-policy.ts";
import { outcomeOf, type Policy } from "./judging/policy.ts";
import { priorHits } from "./judging/prior-hits.ts";
import type { Hit, Verdict } from "./judging/verdict.ts";
import type { History } from "./memory/history.ts";
import { type Features, featuresOf } from "./reading/features.ts";
import { payloadOf } from "./reading/payload.ts";
import type { Subject } from "./reading/subject.ts";
import { groupOf } from "./signals/names.ts";
import { spanAsSent } from "./signals/signal.ts";

/** Points that only add noise to the reasons are kept for the sum, in the classifier's share. */
const LEAST = 0.005;
/** A reject is blatant from here, log-odds: e^-8 is 3 in 10,000. */
const BLATANT_SCORE = 8;
/** A group of evidence counts as independent from so many points on. */
const GROUP_POINTS = 1;

/** The whole filter, over a comment that was read: collect hits, judge the sum. `history` undefined: the site could not be asked. */
export function check(
  subject: Subject,
  corpus: Corpus,
  history: History | undefined,
  policy: Policy,
): Verdict {
  const features = featuresOf(subject, policy);
  const scores = scoreTokens(features, corpus);
  const priors = priorHits(subject, history, policy);
  const payload = payloadOf(subject);
  const hits = classifierHits(features, scores, corpus.site, policy);
  for (const hit of priors.hits) hits.push(hit);
  sortByWeight(hits);
  let score = 0;
  for (const { points } of hits) score += points;
  const probability = 1 / (1 + Math.exp(-score));
  const abuse = judgeAbuse(subject);
  const byScore = outcomeOf(probability, policy.thresholds, payload);
  const applied = applyPolicy(subject, history, policy, byScore, abuse);
  // What only a wave's rule rejects is kept whole, as it may be taken back with the rule.
  const isByWave = byScore !== "reject" && applied.hits.some(({ kind }) => kind === "wave");
  return {
    outcome: applied.outcome,
    blatant: applied.outcome === "reject" && !isByWave && isBlatant(hits, score),
    score,
    probability,
    payload,
    abuse,
    policy: applied.hits,
    hits,
    notRun: [...priors.notRun, ...features.failed],
  };
}

/** One hit for each signal that found something, one for the words, and one for what is there before any evidence. */
function classifierHits(
  features: Features,
  { points, letters, baseline, mix }: TokenScores,
  site: SiteState,
  { languages }: Pick<Policy, "languages">,
): Hit[] {
  const { subject, found, tokens, words } = features;
  const hits: Hit[] = [{ signal: "baseline", points: baseline, evidence: "before any evidence" }];
  let rest = 0;
  for (const { signal, finding, from, to } of found) {
    const share = sum(points, from, to);
    if (Math.abs(share) < LEAST) rest += share;
    else {
      const span = spanAsSent(subject, finding.span);
      hits.push({ signal: signal.name, points: share, evidence: finding.evidence, span });
    }
  }
  const evidence = strongest(features, points, site, languages);
  hits.push({ signal: "classifier", points: rest + sum(points, words, tokens.length), evidence });
  if (letters !== 0)
    hits.push({ signal: "letters", points: letters, evidence: "runs of two to four letters" });
  if (mix !== 0) {
    const { spam, ham } = seenHere(PAYLOAD_TOKEN, site);
    hits.push({ signal: "site-mix", points: mix, evidence: `${spam} spam, ${ham} good` });
  }
  return hits;
}

/** The heaviest first. They are few. */
function sortByWeight(hits: Hit[]): void {
  for (let i = 1; i < hits.length; i++) {
    const hit = hits[i] as Hit;
    const weight = Math.abs(hit.points);
    let at = i;
    for (; at > 0 && Math.abs((hits[at - 1] as Hit).points) < weight; at--) hits[at] = hits[at - 1] as Hit;
    hits[at] = hit;
  }
}

function sum(points: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += points[i] as number;
  return total;
}

function isBlatant(hits: readonly Hit[], score: number): boolean {
  if (score < BLATANT_SCORE) return false;
  const groups = new Map<string, number>();
  for (const { signal, points } of hits) {
    const group = groupOf(signal);
    if (group) groups.set(group, (groups.get(group) ?? 0) + points);
  }
  return [...groups.values()].filter((points) => points >= GROUP_POINTS).length >= 2;
}
