import type { Status } from "../../core/judging/decision.ts";
import { CAME, COLUMNS, type CommentRow, decode } from "./comments.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

/** What a site's daily work asks of the comments: what has stood for a while, and what is to go. */
export class Aged {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Comments that came between two times, after the first and up to the second, and that no person has decided. */
  undecided(after: number, until: number, limit: number): CommentRow[] {
    const rows = this.#sql
      .exec<Stored>(
        `SELECT ${COLUMNS} FROM comments WHERE status IN ('published', 'spam') AND arrived > ? AND arrived <= ? AND decisions = '[]' AND ${CAME} ORDER BY arrived LIMIT ?`,
        after,
        until,
        limit,
      )
      .toArray();
    return readable(rows, decode, "comments");
  }

  /** Lets blatant spam go, all but the newest `keep` and at most `limit` at once; answers how many went. */
  purgeBlatant(keep: number, limit: number): number {
    const [last] = this.#sql
      .exec<{ arrived: number }>(
        "SELECT arrived FROM comments WHERE blatant = 1 ORDER BY arrived DESC LIMIT 1 OFFSET ?",
        keep,
      )
      .toArray();
    if (!last) return 0;
    return this.#sql.exec(
      "DELETE FROM comments WHERE id IN (SELECT id FROM comments WHERE blatant = 1 AND arrived <= ? LIMIT ?)",
      last.arrived,
      limit,
    ).rowsWritten;
  }

  /**
   * Comments in a status that were settled before a time, at most `limit`: what retention lets go. Blatant spam apart, which is in
   * no index: whoever asks for it reads the whole table.
   */
  settledBefore(status: Status, time: number, limit: number): Pick<CommentRow, "id" | "thread">[] {
    return this.#sql
      .exec<{ id: string; thread: string | null }>(
        "SELECT id, thread FROM comments WHERE blatant = 0 AND status = ? AND arrived < ? AND settled < ? LIMIT ?",
        status,
        time,
        time,
        limit,
      )
      .toArray();
  }

  /** The same of blatant spam. */
  blatantBefore(time: number, limit: number): Pick<CommentRow, "id" | "thread">[] {
    return this.#sql
      .exec<{ id: string; thread: string | null }>(
        "SELECT id, thread FROM comments WHERE blatant = 1 AND settled < ? LIMIT ?",
        time,
        limit,
      )
      .toArray();
  }
}
