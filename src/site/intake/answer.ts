import type { Answer } from "../../contract/verdict.ts";
import type { Status } from "../../core/judging/decision.ts";
import type { CommentRow } from "../tables/comment-row.ts";

/** What the blog is told of a comment: the first verdict, the present status. */
export function answerOf(
  id: string,
  revision: number,
  status: Status | null,
  verdict: CommentRow["verdict"],
): Answer {
  const { outcome, blatant, score, probability, payload, abuse, policy, hits, notRun, would } = verdict;
  return {
    id,
    revision,
    status,
    outcome,
    blatant,
    score,
    probability,
    ...(payload && { payload: [...payload] }),
    abuse: { ...abuse, hits: [...abuse.hits] },
    policy: policy.map(({ rule, effect }) => ({ rule, effect })),
    hits: [...hits],
    notRun: notRun.map(({ signal, reason }) => ({ signal, reason })),
    ...(would && { would }),
  };
}
