import type { Corpus } from "../classifier/corpus.ts";
import { scoreTokens } from "../classifier/score.ts";
import { siteOnlyTokens } from "../classifier/tokens.ts";
import { hash } from "../hash.ts";
import { type Features, featuresOf } from "../reading/features.ts";
import { type Subject, withHosts } from "../reading/subject.ts";
import type { Policy } from "./policy.ts";
import { priorHits } from "./prior-hits.ts";

/**
 * How much higher a comment's score is by another policy, all else forgotten. Only what differs is judged: languages add
 * words for the site's own learning and decide which script is foreign, hosts change what of the text leads away.
 */
export function scoreChange(subject: Subject, corpus: Corpus, from: Policy, to: Policy): number {
  const other = from.hosts.join() === to.hosts.join() ? subject : withHosts(subject, to.hosts);
  return besideWords(other, to) - besideWords(subject, from) + wordsChange(subject, other, corpus, from, to);
}

const besideWords = (subject: Subject, policy: Policy): number =>
  priorHits(subject, undefined, policy).hits.reduce((sum, { points }) => sum + points, 0);

function wordsChange(subject: Subject, other: Subject, corpus: Corpus, from: Policy, to: Policy): number {
  if (other !== subject)
    return scored(featuresOf(other, to), corpus) - scored(featuresOf(subject, from), corpus);
  const own = siteOnlyTokens(subject, to.languages);
  if (own.join() === siteOnlyTokens(subject, from.languages).join()) return 0;
  const before = featuresOf(subject, from);
  const shared = before.hashes.slice(0, before.hashes.length - before.siteOnly);
  const hashes = Uint32Array.of(...shared, ...own.map(hash));
  return scored({ hashes, siteOnly: own.length, grams: before.grams }, corpus) - scored(before, corpus);
}

function scored(features: Pick<Features, "hashes" | "siteOnly" | "grams">, corpus: Corpus): number {
  const { points, letters, baseline, mix } = scoreTokens(features, corpus);
  return points.reduce((sum, share) => sum + share, baseline + letters + mix);
}
