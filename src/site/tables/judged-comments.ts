import type { Comment } from "../../core/comment.ts";
import type { Status } from "../../core/judging/decision.ts";
import { ruleOf, type StoredRule } from "../../core/judging/old-rule.ts";
import type { Outcome, Verdict } from "../../core/judging/verdict.ts";
import { CAME } from "./comments.ts";
import { readable, type Sql } from "./sql.ts";

/** What became of a comment, and what its verdict goes by. */
export interface JudgedComment extends Pick<Verdict, "score" | "probability" | "payload" | "policy"> {
  readonly id: string;
  readonly status: Status;
  /** A person put it where it is. */
  readonly decided: boolean;
  readonly arrived: number;
  /** When it was put there. */
  readonly settled: number;
  readonly mail: string | null;
  readonly prefix: string | null;
  readonly browser: string | null;
  /** In log-only mode: what the filter would have done. */
  readonly would: Outcome | undefined;
  /** It may be abuse. */
  readonly flagged: boolean;
  /** Undefined: it was not asked for. */
  readonly comment: Comment | undefined;
}

type Row = Record<string, string | number | null>;
type Told = [number, number, Verdict["payload"] | null, StoredRule[], Outcome | null, 0 | 1 | boolean | null];

const STATUSES: readonly Status[] = ["pending", "published", "spam", "discarded"];

/**
 * The newest comments, newest first, without spam beyond doubt. Of each verdict no more is read than what outcomes are made of,
 * and of comments nothing unless it is asked for: most of a row is text.
 */
export function judgedComments(sql: Sql, limit: number, withComment: boolean): JudgedComment[] {
  const rows = STATUSES.flatMap((status) =>
    sql
      .exec<Row>(
        `SELECT id, status, decisions <> '[]' AS decided, arrived, settled, mail, prefix, browser,
         json_extract(verdict, '$.score', '$.probability', '$.payload', '$.policy', '$.would', '$.abuse.flagged') AS told
         ${withComment ? ", comment" : ""}
         FROM comments WHERE blatant = 0 AND status = ? AND ${CAME} ORDER BY arrived DESC LIMIT ?`,
        status,
        limit,
      )
      .toArray(),
  );
  rows.sort((a, b) => Number(b.arrived) - Number(a.arrived) || (String(a.id) < String(b.id) ? 1 : -1));
  return readable(rows.slice(0, limit), decode, "comments");
}

function decode(row: Row): JudgedComment {
  const [score, probability, payload, policy, would, flagged] = JSON.parse(String(row.told)) as Told;
  return {
    id: String(row.id),
    status: row.status as Status,
    decided: row.decided === 1,
    arrived: Number(row.arrived),
    settled: Number(row.settled),
    mail: row.mail as string | null,
    prefix: row.prefix as string | null,
    browser: row.browser as string | null,
    score,
    probability,
    payload: payload ?? undefined,
    policy: policy.map(ruleOf),
    would: would ?? undefined,
    flagged: Boolean(flagged),
    comment: typeof row.comment === "string" ? JSON.parse(row.comment) : undefined,
  };
}
