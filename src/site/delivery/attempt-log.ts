import * as z from "zod";
import type { Attempt } from "../../contract/outgoing.ts";
import { attempt } from "../../contract/outgoing.ts";
import { readStored } from "../../platform/stored.ts";
import type { Sql } from "../tables/sql.ts";

const attempts = z.array(attempt);

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
    return (row?.attempts && readStored(row.attempts, attempts, "attempts of a comment")) || [];
  }

  add(comment: string, latest: Attempt): void {
    const kept = [...this.of(comment), latest].slice(-KEPT);
    this.#sql.exec("UPDATE comments SET attempts = ? WHERE id = ?", JSON.stringify(kept), comment);
  }
}
