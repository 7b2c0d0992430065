import { policyOf } from "../../contract/policy.ts";
import type { Settings } from "../../contract/site.ts";
import type { Comment } from "../../core/comment.ts";
import { scoreChange } from "../../core/judging/score-change.ts";
import { payloadOf } from "../../core/reading/payload.ts";
import { read, withHosts } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import type { JudgedComment } from "../tables/judged-comments.ts";
import type { Seen } from "./under.ts";

const NOTHING: Comment = { type: "comment", format: "text", content: "", post: {}, author: {} };

/**
 * A comment as its verdict saw it, and as it would be seen with hosts and languages of other settings. What these change in the
 * points is found by judging it with both, today; it is added to the points that it had, as what was remembered then is gone.
 */
export function seenBy(
  site: Site,
  row: JudgedComment,
  now: Settings,
  then: Settings,
): { now: Seen; after: Seen } {
  const { probability, payload } = row;
  const [policy, otherPolicy] = [policyOf(now), policyOf(then)];
  const subject = once(() => read(row.comment ?? NOTHING, policy.hosts));
  const seen = { row, subject, probability, payload };
  if (now === then) return { now: seen, after: seen };
  const same = policy.hosts.join() === otherPolicy.hosts.join();
  const other = same ? subject : once(() => withHosts(subject(), otherPolicy.hosts));
  const score = row.score + scoreChange(subject(), site.corpus, policy, otherPolicy);
  return {
    now: seen,
    after: {
      row,
      subject: other,
      probability: 1 / (1 + Math.exp(-score)),
      payload: same ? payload : payloadOf(other()),
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
