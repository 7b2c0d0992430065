import type { Settings } from "../../contract/site.ts";
import { check } from "../../core/check.ts";
import type { Comment } from "../../core/comment.ts";
import type { Verdict } from "../../core/judging/verdict.ts";
import { read, type Subject } from "../../core/reading/subject.ts";
import { policyOf } from "../intake/policy.ts";
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
  const subject = once(() => read(row.comment ?? NOTHING, policyOf(now).hosts));
  const seen = { row, subject, probability, payload };
  if (now === then) return { now: seen, after: seen };
  const other = once(() => read(row.comment ?? NOTHING, policyOf(then).hosts));
  const judged = (by: Settings, text: Subject): Verdict => check(text, site.corpus, undefined, policyOf(by));
  const fresh = judged(then, other());
  const score = row.score + fresh.score - judged(now, subject()).score;
  return {
    now: seen,
    after: { row, subject: other, probability: 1 / (1 + Math.exp(-score)), payload: fresh.payload },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
