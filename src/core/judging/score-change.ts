import type { Corpus } from "../classifier/corpus.ts";
import { type Scored, scoreTokens } from "../classifier/score.ts";
import { bucketOf, hamAt, type SiteState, spamAt, weightAt } from "../classifier/site-state.ts";
import { siteOnlyTokens } from "../classifier/tokens.ts";
import { hash } from "../hash.ts";
import { featuresOf } from "../reading/features.ts";
import type { Subject } from "../reading/subject.ts";
import type { Policy } from "./policy.ts";
import { priorHits } from "./prior-hits.ts";

/** A comment, and the policy for whose hosts it was read. */
interface Under {
  readonly subject: Subject;
  readonly policy: Policy;
}

/**
 * How much higher a comment's score is by another policy, all else forgotten. Only what differs is judged: languages add
 * words for the site's own learning and decide which script is foreign, hosts change what of the text leads away.
 */
export function scoreChange(from: Under, to: Under, corpus: Corpus): number {
  const alike = from.subject === to.subject && from.policy.languages.join() === to.policy.languages.join();
  return alike ? 0 : besideWords(to) - besideWords(from) + wordsChange(from, to, corpus);
}

const besideWords = ({ subject, policy }: Under): number =>
  priorHits(subject, undefined, policy).hits.reduce((sum, { points }) => sum + points, 0);

function wordsChange(from: Under, to: Under, corpus: Corpus): number {
  const { subject, policy } = from;
  if (to.subject !== subject) {
    const before = featuresOf(subject, policy);
    return scored(featuresOf(to.subject, to.policy, before), corpus) - scored(before, corpus);
  }
  const own = siteOnlyTokens(subject, to.policy.languages);
  if (!isHeardOf(differing(own, siteOnlyTokens(subject, policy.languages)), corpus.site)) return 0;
  const before = featuresOf(subject, policy);
  const shared = before.hashes.slice(0, before.hashes.length - before.siteOnly);
  const hashes = Uint32Array.of(...shared, ...own.map(hash));
  return scored({ hashes, siteOnly: own.length, subject }, corpus) - scored(before, corpus);
}

/** What stands in one of two lists alone. */
const differing = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((token) => !b.includes(token)),
  ...b.filter((token) => !a.includes(token)),
];

/** Whether a site learned anything of some tokens: what it never met is worth nothing. */
const isHeardOf = (tokens: readonly string[], { table }: SiteState): boolean =>
  tokens.some((token) => {
    const bucket = bucketOf(hash(token));
    return [spamAt, hamAt, weightAt].some((place) => table[place(bucket)] !== 0);
  });

function scored(features: Scored, corpus: Corpus): number {
  const { points, letters, baseline, mix } = scoreTokens(features, corpus);
  return points.reduce((sum, share) => sum + share, baseline + letters + mix);
}
