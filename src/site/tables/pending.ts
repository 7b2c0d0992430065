import type { Sql } from "./sql.ts";

const PENDING = "status = 'pending' AND blatant = 0";

/** Comments that wait for a person, by the index that lists are read by. */
export class Pending {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** When the first arrived of those that came after a time, milliseconds since 1970; undefined: none did. */
  first(after: number): number | undefined {
    return this.#arrival("min", after);
  }

  /** When the newest one arrived. */
  newest(): number | undefined {
    return this.#arrival("max", -1);
  }

  #arrival(which: "min" | "max", after: number): number | undefined {
    const { at } = this.#sql
      .exec<{ at: number | null }>(
        `SELECT ${which}(arrived) AS at FROM comments WHERE ${PENDING} AND arrived > ?`,
        after,
      )
      .one();
    return at ?? undefined;
  }

  count(): number {
    return this.countSince(-1);
  }

  countSince(time: number): number {
    return this.#sql
      .exec<{ n: number }>(`SELECT count(*) AS n FROM comments WHERE ${PENDING} AND arrived > ?`, time)
      .one().n;
  }

  /** Everything that waits for a person, by what the approval queue knows it by. */
  all(): { id: string; arrived: number }[] {
    return this.#sql
      .exec<{ id: string; arrived: number }>(
        `SELECT id, arrived FROM comments WHERE ${PENDING} ORDER BY arrived, id`,
      )
      .toArray();
  }

  /** Up to `limit` that arrived after a time, and not after another, the oldest first. */
  between(after: number, until: number, limit: number): { id: string; arrived: number }[] {
    return this.#sql
      .exec<{ id: string; arrived: number }>(
        `SELECT id, arrived FROM comments WHERE ${PENDING} AND arrived > ? AND arrived <= ? ORDER BY arrived LIMIT ?`,
        after,
        until,
        limit,
      )
      .toArray();
  }

  /** Ids of those that arrived after a time, the oldest first. */
  since(time: number, limit: number): string[] {
    return this.#sql
      .exec<{ id: string }>(
        `SELECT id FROM comments WHERE ${PENDING} AND arrived > ? ORDER BY arrived LIMIT ?`,
        time,
        limit,
      )
      .toArray()
      .map(({ id }) => id);
  }

  /** How long held comments that came between two times waited for a person, the shortest first, milliseconds. */
  waits(from: number, until: number): number[] {
    return this.#sql
      .exec<{ ms: number }>(
        `SELECT settled - arrived AS ms FROM comments WHERE arrived >= ? AND arrived < ? AND decisions <> '[]'
           AND status <> 'pending' AND coalesce(verdict ->> '$.would', outcome) = 'review' ORDER BY ms`,
        from,
        until,
      )
      .toArray()
      .map(({ ms }) => ms);
  }
}
