import type { HistoryPlace } from "../../contract/history.ts";
import type { Counts } from "../../contract/views.ts";
import { type Status, statuses } from "../../core/judging/decision.ts";
import type { Trace } from "../../core/memory/recent.ts";
import { COLUMNS, type CommentRow, decode, encode, type Stored } from "./comment-row.ts";
import { traces } from "./remembered-row.ts";
import { readable, type Sql } from "./sql.ts";

/** The comments of one site. */
export class Comments {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get(id: string): CommentRow | undefined {
    const [row] = this.#sql.exec<Stored>(`SELECT ${COLUMNS} FROM comments WHERE id = ?`, id).toArray();
    return row && decode(row);
  }

  /** The newest comments with this author's name and mail and this content, whatever their post. Reads every row: for a report of an unknown id. */
  alike(
    { mail, comment }: Pick<CommentRow, "comment"> & { readonly mail?: string | undefined },
    limit: number,
  ): CommentRow[] {
    const rows = this.#sql
      .exec<Stored>(
        `SELECT ${COLUMNS} FROM comments WHERE mail IS ? AND comment ->> '$.author.name' IS ?
         AND comment ->> '$.content' = ? ORDER BY arrived DESC LIMIT ?`,
        mail ?? null,
        comment.author.name ?? null,
        comment.content,
        limit,
      )
      .toArray();
    return readable(rows, decode, "comments");
  }

  /** The next comments after an id: by the table's own order, so that all can be read at the cost of one reading. */
  byId(after: string, limit: number): CommentRow[] {
    return this.#rows("WHERE id > ? ORDER BY id LIMIT ?", after, limit);
  }

  insert(row: CommentRow): void {
    this.#sql.exec(
      `INSERT INTO comments (${COLUMNS}) VALUES (${marks(COLUMNS.split(", ").length)})`,
      ...encode(row),
    );
  }

  /** An edit: new content under the same id. */
  replace(row: CommentRow): void {
    const [id, ...values] = encode(row);
    const sets = COLUMNS.split(", ")
      .slice(1)
      .map((column) => `${column} = ?`);
    this.#sql.exec(`UPDATE comments SET ${sets.join(", ")} WHERE id = ?`, ...values, id as SqlStorageValue);
  }

  /** A decision: only what it changes is written, as each index entry touched is a row. */
  settle(row: Pick<CommentRow, "id" | "revision" | "status" | "settled" | "decisions" | "events">): void {
    this.#sql.exec(
      "UPDATE comments SET revision = ?, status = ?, blatant = 0, settled = ?, decisions = ?, events = ? WHERE id = ?",
      row.revision,
      row.status,
      row.settled,
      JSON.stringify(row.decisions),
      JSON.stringify(row.events),
      row.id,
    );
  }

  remove(id: string): void {
    this.#sql.exec("DELETE FROM comments WHERE id = ?", id);
  }

  /** Of these ids, the rows that wait for a person. */
  pending(ids: readonly string[]): CommentRow[] {
    return chunks(ids, 100).flatMap((some) =>
      this.#rows(`WHERE status = 'pending' AND id IN (${marks(some.length)})`, ...some),
    );
  }

  /** The newest comments of a status, for the memory of recent ones; blatant spam is left out. */
  recent(status: Status, limit: number): Trace[] {
    return readable(
      this.#sql
        .exec<Stored>(
          `SELECT id, arrived, status, hash, exact, sketch, mail, prefix, decisions <> '[]' AS decided,
           earlier, comment ->> '$.post.url' AS post, comment ->> '$.parent.id' AS parent, comment ->> '$.author.name' AS name
         FROM comments WHERE blatant = 0 AND status = ? ORDER BY arrived DESC LIMIT ?`,
          status,
          limit,
        )
        .toArray(),
      traces,
      "comments",
    ).flat();
  }

  /** When the last comment came, spam beyond doubt apart; null: there is none. */
  newest(): number | null {
    const times = statuses.flatMap((status) =>
      this.#sql
        .exec<{ at: number | null }>(
          "SELECT max(arrived) AS at FROM comments WHERE blatant = 0 AND status = ?",
          status,
        )
        .toArray()
        .flatMap(({ at }) => at ?? []),
    );
    return times.length === 0 ? null : Math.max(...times);
  }

  /** Comments that arrived between two times, after the first and up to the second, and that no person has decided. */
  undecided(after: number, until: number, limit: number): CommentRow[] {
    return this.#rows(
      `WHERE status IN ('published', 'spam') AND arrived > ? AND arrived <= ? AND decisions = '[]' ORDER BY arrived LIMIT ?`,
      after,
      until,
      limit,
    );
  }

  /** How many comments are where. Reads every index entry and every blatant row: ask once, then keep count. */
  counts(): Counts {
    const counts = { pending: 0, published: 0, spam: 0, discarded: 0 };
    for (const row of this.#sql
      .exec<{ status: Status; n: number }>(
        `SELECT status, count(*) AS n FROM comments WHERE blatant = 0 GROUP BY status
       UNION ALL SELECT 'spam', count(*) FROM comments WHERE blatant = 1`,
      )
      .toArray()) {
      counts[row.status] += row.n;
    }
    return counts;
  }

  /** Everything that waits for a person, by what the approval queue knows it by. */
  waiting(): { id: string; arrived: number }[] {
    const where = "status = 'pending' AND blatant = 0";
    return this.#sql
      .exec<{ id: string; arrived: number }>(
        `SELECT id, arrived FROM comments WHERE ${where} ORDER BY arrived, id`,
      )
      .toArray();
  }

  countPending(): number {
    const where = "status = 'pending' AND blatant = 0";
    return this.#sql.exec<{ n: number }>(`SELECT count(*) AS n FROM comments WHERE ${where}`).one().n;
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

  /** The newest comments before a place in the history. */
  before(place: HistoryPlace | undefined, limit: number): CommentRow[] {
    const { at, name } = place ?? { at: Number.MAX_SAFE_INTEGER, name: "" };
    return this.#rows(
      `WHERE (arrived, 'c' || id) < (?, ?) ORDER BY arrived DESC, id DESC LIMIT ?`,
      at,
      name,
      limit,
    );
  }

  /** The newest comments that people called spam or let through. */
  decidedByPeople(limit: number): Pick<CommentRow, "status" | "verdict">[] {
    return this.#sql
      .exec<{ status: Status; verdict: string }>(
        `SELECT status, verdict FROM comments WHERE decisions <> '[]' AND status IN ('published', 'spam')
         ORDER BY arrived DESC LIMIT ?`,
        limit,
      )
      .toArray()
      .map(({ status, verdict }) => ({ status, verdict: JSON.parse(verdict) }));
  }

  /** The newest comments that the filter rejected, or would have, and a person published. */
  saved(limit: number): CommentRow[] {
    return this.#rows(
      `WHERE status = 'published' AND decisions <> '[]'
           AND coalesce(verdict ->> '$.would', outcome) = 'reject' ORDER BY arrived DESC LIMIT ?`,
      limit,
    );
  }

  /** Spam that a rule rejects, whatever the score, and that nobody has decided on: the oldest first, after a comment. */
  rejectedByRule(after: Pick<CommentRow, "arrived" | "id"> | undefined, limit: number): CommentRow[] {
    return this.#rows(
      `WHERE status = 'spam' AND blatant = 0 AND decisions = '[]' AND (arrived, id) > (?, ?)
         AND instr(verdict ->> '$.policy', '"effect":"reject"') ORDER BY arrived, id LIMIT ?`,
      after?.arrived ?? 0,
      after?.id ?? "",
      limit,
    );
  }

  /** Ids in a status that were settled before a time, at most `limit`: what retention lets go. */
  settledBefore(status: Status, time: number, limit: number): string[] {
    return this.#sql
      .exec<{ id: string }>(
        "SELECT id FROM comments WHERE status = ? AND settled < ? AND arrived < ? LIMIT ?",
        status,
        time,
        time,
        limit,
      )
      .toArray()
      .map((row) => row.id);
  }

  #rows(rest: string, ...values: SqlStorageValue[]): CommentRow[] {
    const rows = this.#sql.exec<Stored>(`SELECT ${COLUMNS} FROM comments ${rest}`, ...values).toArray();
    return readable(rows, decode, "comments");
  }
}

const marks = (n: number) => Array(n).fill("?").join(", ");

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
