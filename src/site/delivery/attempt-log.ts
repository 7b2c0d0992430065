import type { Attempt } from "../../contract/outgoing.ts";
import type { Sql } from "../tables/sql.ts";

/** Attempts kept of one comment, the newest. */
const KEPT = 10;

/** What was tried, in the comment's own row: it goes when the comment goes, and costs one row more. */
export class AttemptLog {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The oldest first. */
  of(comment: string): Attempt[] {
    const [row] = this.#sql
      .exec<{ attempts: string | null }>("SELECT attempts FROM comments WHERE id = ?", comment)
      .toArray();
    return row?.attempts ? JSON.parse(row.attempts) : [];
  }

  add(comment: string, attempt: Attempt): void {
    const attempts = [...this.of(comment), attempt].slice(-KEPT);
    this.#sql.exec("UPDATE comments SET attempts = ? WHERE id = ?", JSON.stringify(attempts), comment);
  }
}
