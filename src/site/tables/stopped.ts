import type { Looked } from "../../contract/search.ts";
import { conditions } from "./filter.ts";
import type { Sql } from "./sql.ts";

/** What the filter stopped by itself: no rule of a person's had a part in it. */
export class Stopped {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** How much there is, how much people have seen, and what of that they published. Reads all of it. */
  seen(looked: readonly Looked[]): { stopped: number; seen: number; wrong: number } {
    const [unseen = { sql: "1", values: [] }] = conditions([{ field: "unseen", looked }]);
    return this.#sql
      .exec<{ stopped: number; seen: number; wrong: number }>(
        `SELECT count(*) AS stopped, count(*) FILTER (WHERE NOT (${unseen.sql})) AS seen,
           count(*) FILTER (WHERE status = 'published' AND decisions <> '[]') AS wrong
         FROM comments WHERE outcome = 'reject' AND NOT instr(verdict ->> '$.policy', '"effect":"reject"')`,
        ...unseen.values,
      )
      .one();
  }
}
