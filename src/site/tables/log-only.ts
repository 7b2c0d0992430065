import type { ComparedCount } from "../../contract/insight.ts";
import { COLUMNS, type CommentRow, decode } from "./comments.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

/** Comments taken in by log-only mode: what the filter would have done, beside what people said. */
export class LogOnly {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** How many there are of each. */
  counts(): ComparedCount[] {
    return this.#sql
      .exec<ComparedCount & Stored>(
        `SELECT verdict ->> '$.would' AS would, iif(decisions = '[]', 'nothing', status) AS said, count(*) AS count
         FROM comments WHERE verdict ->> '$.would' IS NOT NULL GROUP BY 1, 2`,
      )
      .toArray();
  }

  /** When the first of them came that is kept; null: there is none. */
  since(): number | null {
    return this.#sql
      .exec<{ since: number | null }>(
        "SELECT min(arrived) AS since FROM comments WHERE verdict ->> '$.would' IS NOT NULL",
      )
      .one().since;
  }

  /** The newest of them on which people said otherwise. */
  differing(limit: number): CommentRow[] {
    const rows = this.#sql
      .exec<Stored>(
        `SELECT ${COLUMNS} FROM comments WHERE decisions <> '[]' AND (
           (verdict ->> '$.would' = 'publish' AND status IN ('spam', 'discarded'))
           OR (verdict ->> '$.would' = 'reject' AND status = 'published'))
         ORDER BY arrived DESC LIMIT ?`,
        limit,
      )
      .toArray();
    return readable(rows, decode, "comments");
  }
}
