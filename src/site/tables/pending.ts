import type { Meta } from "./meta.ts";
import type { Sql } from "./sql.ts";

const PENDING = "status = 'pending' AND blatant = 0";

/** More comments than can be stored while some keys are put. */
const MOST_LATE = 10_000;

/** What the approval queue knows a comment by. */
interface Waiting {
  readonly id: string;
  readonly arrived: number;
}

/**
 * Comments that wait for a person, by the index that lists are read by. Those that came after `queuedUntil` wait for their
 * first key in KV, too: of them nothing else is written.
 */
export class Pending {
  readonly #sql: Sql;
  readonly #meta: Meta;

  constructor(sql: Sql, meta: Meta) {
    this.#sql = sql;
    this.#meta = meta;
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

  /** Everything that waits for a person. */
  all(): Waiting[] {
    return this.#sql
      .exec<{ id: string; arrived: number }>(
        `SELECT id, arrived FROM comments WHERE ${PENDING} ORDER BY arrived, id`,
      )
      .toArray();
  }

  get #queuedUntil(): number {
    return this.#meta.times.queuedUntil;
  }

  /** Whether one that arrived then waits for its first key. */
  isUnput(arrived: number): boolean {
    return arrived > this.#queuedUntil;
  }

  countUnput(): number {
    return this.countSince(this.#queuedUntil);
  }

  /** Those whose first keys were not put yet, the oldest first. */
  unput(limit: number): Waiting[] {
    return this.#unputUntil(Number.MAX_SAFE_INTEGER, limit);
  }

  /** The keys of the first of those were put. Answers which were stored meanwhile, but arrived before the last of them. */
  put(ids: ReadonlySet<string>, until: number): Waiting[] {
    const all = this.#unputUntil(until, ids.size + MOST_LATE);
    this.#meta.times = { ...this.#meta.times, queuedUntil: until };
    return all.filter(({ id }) => !ids.has(id));
  }

  /** KV may be another one, or years behind: every key is to be put again. */
  putAgain(): void {
    this.#meta.times = { ...this.#meta.times, queuedUntil: 0 };
  }

  #unputUntil(until: number, limit: number): Waiting[] {
    return this.#sql
      .exec<{ id: string; arrived: number }>(
        `SELECT id, arrived FROM comments WHERE ${PENDING} AND arrived > ? AND arrived <= ? ORDER BY arrived LIMIT ?`,
        this.#queuedUntil,
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
