import type { Sql } from "./sql.ts";

export type DeliveryState = "idle" | "waiting" | "sending" | "dead";

/** What the outside does not know yet about one comment. */
export interface OutboxRow {
  readonly comment: string;
  readonly arrived: number;
  /** KV may differ from what the comment's status wants. */
  readonly queue: boolean;
  /** The event under delivery; null: none. */
  readonly event: number | null;
  readonly state: DeliveryState;
  /** When the delivery is due, milliseconds since 1970. */
  readonly due: number;
  readonly attempts: number;
  readonly failure: string | null;
}

type Stored = Record<string, SqlStorageValue>;

const COLUMNS = "comment, arrived, queue, event, state, due, attempts, failure";

/** The outbox: one row for each comment with something left to do outside; no row, nothing to do. */
export class Outbox {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get(comment: string): OutboxRow | undefined {
    const [row] = this.#sql
      .exec<Stored>(`SELECT ${COLUMNS} FROM outbox WHERE comment = ?`, comment)
      .toArray();
    return row && decode(row);
  }

  /** Writes what is left to do, or removes the row when nothing is. */
  set(row: OutboxRow): void {
    if (!row.queue && row.event === null) {
      this.#sql.exec("DELETE FROM outbox WHERE comment = ?", row.comment);
      return;
    }
    this.#sql.exec(
      `INSERT INTO outbox (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (comment) DO UPDATE SET queue = excluded.queue, event = excluded.event,
       state = excluded.state, due = excluded.due, attempts = excluded.attempts, failure = excluded.failure`,
      row.comment,
      row.arrived,
      row.queue ? 1 : 0,
      row.event,
      row.state,
      row.due,
      row.attempts,
      row.failure,
    );
  }

  /** Comments whose KV key may be out of step, the oldest first. */
  outOfStep(limit: number): OutboxRow[] {
    return this.#rows("queue = 1 ORDER BY arrived LIMIT ?", limit);
  }

  /** Deliveries that are due. One that was being sent when the process died is due too: at least once. */
  due(now: number, limit: number): OutboxRow[] {
    return this.#rows(
      "event IS NOT NULL AND state IN ('waiting', 'sending') AND due <= ? ORDER BY due LIMIT ?",
      now,
      limit,
    );
  }

  /** When the next delivery is due; undefined: none waits. */
  nextDue(): number | undefined {
    const { due } = this.#sql
      .exec<{ due: number | null }>(
        "SELECT min(due) AS due FROM outbox WHERE state IN ('waiting', 'sending')",
      )
      .one();
    return due ?? undefined;
  }

  /** Deliveries that wait for their first attempt, for another, and that were given up. */
  deliveries(): { waiting: number; retrying: number; dead: number } {
    const counts = { waiting: 0, retrying: 0, dead: 0 };
    const rows = this.#sql.exec<{ place: keyof typeof counts; n: number }>(
      `SELECT CASE WHEN state = 'dead' THEN 'dead' WHEN attempts > 0 THEN 'retrying' ELSE 'waiting' END AS place,
         count(*) AS n FROM outbox WHERE event IS NOT NULL GROUP BY 1`,
    );
    for (const { place, n } of rows.toArray()) counts[place] = n;
    return counts;
  }

  /** Comments of which the outside is to be told something. */
  size(): number {
    return this.#sql.exec<{ n: number }>("SELECT count(*) AS n FROM outbox WHERE state <> 'dead'").one().n;
  }

  queueDepth(): number {
    return this.#sql.exec<{ n: number }>("SELECT count(*) AS n FROM outbox WHERE queue = 1").one().n;
  }

  /** Ids of comments that wait for a person but may not have reached KV. */
  unqueued(limit: number): string[] {
    return this.outOfStep(limit).map((row) => row.comment);
  }

  #rows(where: string, ...values: SqlStorageValue[]): OutboxRow[] {
    return this.#sql
      .exec<Stored>(`SELECT ${COLUMNS} FROM outbox WHERE ${where}`, ...values)
      .toArray()
      .map(decode);
  }
}

/** An outbox row with nothing in it yet. */
export function emptyOutboxRow(comment: string, arrived: number): OutboxRow {
  return {
    comment,
    arrived,
    queue: false,
    event: null,
    state: "idle",
    due: 0,
    attempts: 0,
    failure: null,
  };
}

function decode(row: Stored): OutboxRow {
  return { ...(row as unknown as OutboxRow), queue: row.queue === 1 };
}
