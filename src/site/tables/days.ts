import type { Day, DayCounts, DecidedCount } from "../../contract/insight.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import { DAY, dayOf } from "../../platform/clock.ts";
import { CAME, type CommentRow, judgedOutcome } from "./comments.ts";
import type { Meta } from "./meta.ts";
import type { Sql } from "./sql.ts";

const nothing: DayCounts = { publish: 0, review: 0, reject: 0, blatant: 0 };

type Counted = { day: number; judged: Outcome; blatant: number; n: number };

/**
 * What came in, day by day, kept for ever: comments are purged, their number is not. A row a day, written once a day; what
 * came since is counted from the comments themselves, so that nothing is written for a comment.
 */
export class Days {
  readonly #sql: Sql;
  readonly #meta: Meta;

  constructor(sql: Sql, meta: Meta) {
    this.#sql = sql;
    this.#meta = meta;
  }

  /** Arrivals up to here are in the table, milliseconds since 1970. */
  get #countedUntil(): number {
    return this.#meta.times.countedUntil;
  }

  /** From one day to another, both included; days on which nothing came are left out. */
  between(from: number, to: number): Day[] {
    const days = new Map<number, DayCounts>();
    for (const row of this.#sql
      .exec<{ day: number; counts: string }>(
        "SELECT day, counts FROM days WHERE day BETWEEN ? AND ? ORDER BY day",
        from,
        to,
      )
      .toArray()) {
      days.set(row.day, JSON.parse(row.counts));
    }
    for (const row of this.#since(this.#countedUntil, (to + 1) * DAY - 1)) {
      if (row.day >= from) days.set(row.day, plus(days.get(row.day), row));
    }
    return [...days].sort(([a], [b]) => a - b).map(([day, counts]) => ({ day, ...counts }));
  }

  /** Decisions taken from one day to another, both included, that stand; an event's sequence is its time. */
  decided(from: number, to: number): DecidedCount[] {
    return this.#sql
      .exec<DecidedCount & Record<string, SqlStorageValue>>(
        `SELECT at / ${DAY} AS day, outcome, decision, count(*) AS count FROM events
         WHERE sequence >= ? AND at >= ? AND at < ? AND revoked = 0 AND outcome IS NOT NULL
           AND decision IN ('approve', 'spam', 'discard') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
        from * DAY,
        from * DAY,
        (to + 1) * DAY,
      )
      .toArray();
  }

  /** Brings the table up to `now`. Before a purge: what is gone can no longer be counted. */
  count(now: number): void {
    const rows = this.#since(this.#countedUntil, now);
    for (const day of new Set(rows.map((row) => row.day))) {
      this.#write(day, rows.filter((row) => row.day === day).reduce<DayCounts>(plus, this.#stored(day)));
    }
    this.#meta.times = { ...this.#meta.times, countedUntil: now };
  }

  /** A new comment whose time was counted already, as it was late: from the inbox. */
  came(row: CommentRow): void {
    if (row.arrived > this.#countedUntil) return;
    const day = dayOf(row.arrived);
    const counted = { day, judged: judgedOutcome(row), blatant: row.verdict.blatant ? 1 : 0, n: 1 };
    this.#write(day, plus(this.#stored(day), counted));
  }

  #stored(day: number): DayCounts {
    const [row] = this.#sql.exec<{ counts: string }>("SELECT counts FROM days WHERE day = ?", day).toArray();
    return row ? JSON.parse(row.counts) : nothing;
  }

  #write(day: number, counts: DayCounts): void {
    const { publish, review, reject, blatant } = counts;
    this.#sql.exec(
      "INSERT INTO days VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET counts = excluded.counts",
      day,
      JSON.stringify({ publish, review, reject, blatant }),
    );
  }

  #since(after: number, until: number): Counted[] {
    return this.#sql
      .exec<Counted>(
        `SELECT arrived / ${DAY} AS day, coalesce(verdict ->> '$.would', outcome) AS judged,
           verdict ->> '$.blatant' AS blatant, count(*) AS n
         FROM comments WHERE arrived > ? AND arrived <= ? AND ${CAME} GROUP BY 1, 2, 3`,
        after,
        until,
      )
      .toArray();
  }
}

const plus = (counts: DayCounts = nothing, { judged, blatant, n }: Counted): DayCounts => ({
  ...counts,
  [judged]: counts[judged] + n,
  blatant: counts.blatant + (blatant ? n : 0),
});
