import type { Comment } from "../../core/comment.ts";
import type { Policy } from "../../core/judging/policy.ts";
import { scoreChange } from "../../core/judging/score-change.ts";
import { payloadOf } from "../../core/reading/payload.ts";
import { read } from "../../core/reading/subject.ts";
import { withHosts } from "../../core/reading/with-hosts.ts";
import type { Site } from "../site.ts";
import type { JudgedComment } from "../tables/judged-comments.ts";
import type { Seen } from "./under.ts";

const NOTHING: Comment = { type: "comment", format: "text", content: "", post: {}, author: {} };

/**
 * A comment as its verdict saw it, and as it would be seen with hosts and languages of another policy. What these change in the
 * points is found by judging it with both, today; it is added to the points that it had, as what was remembered then is gone.
 */
export function seenBy(
  site: Site,
  row: JudgedComment,
  now: Policy,
  then: Policy,
): { now: Seen; after: Seen } {
  const { probability, payload } = row;
  const subject = once(() => read(row.comment ?? NOTHING, now.hosts));
  const seen = { row, subject, score: row.score, probability, payload };
  if (now === then) return { now: seen, after: seen };
  const [before, other] = [subject(), withHosts(subject(), then.hosts)];
  const change = scoreChange({ subject: before, policy: now }, { subject: other, policy: then }, site.corpus);
  return {
    now: seen,
    after: {
      row,
      subject: () => other,
      score: row.score + change,
      probability: 1 / (1 + Math.exp(-row.score - change)),
      payload: other === before ? payload : payloadOf(other),
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
