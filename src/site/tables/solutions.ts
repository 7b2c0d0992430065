import type { Solution } from "../../contract/form-proof.ts";
import type { Sql } from "./sql.ts";

/** Solutions of the form's challenges that came with a comment, until they are good no longer. */
export class Solutions {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** False: it was taken before. */
  spend({ id, expires }: Solution): boolean {
    const { rowsWritten } = this.#sql.exec("INSERT OR IGNORE INTO solutions VALUES (?, ?)", id, expires);
    return rowsWritten > 0;
  }

  /** Those that are good no longer need not be known. Answers how many. */
  purge(now: number, limit: number): number {
    return this.#sql.exec(
      "DELETE FROM solutions WHERE id IN (SELECT id FROM solutions WHERE expires < ? LIMIT ?)",
      now,
      limit,
    ).rowsWritten;
  }
}
