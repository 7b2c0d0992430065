import type { DeliveryCounts, Endpoint } from "../../contract/outgoing.ts";
import type { Meta } from "./meta.ts";
import { COLUMNS, decode, emptyOutboxRow, type OutboxRow } from "./outbox-row.ts";
import type { Pending } from "./pending.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

const UNDER_WAY = "event IS NOT NULL AND state IN ('waiting', 'sending')";

/** Comments of which only memory knows that their key is in step. */
const MOST_IN_STEP = 500;

/** More comments than can be stored while some keys are put. */
const MOST_LATE = 10_000;

/**
 * The outbox: one row for each comment with something left to do outside. One that came to wait has none while its key is
 * still to be put for the first time: all that wait and came after `queuedUntil` are such.
 */
export class Outbox {
  readonly #sql: Sql;
  readonly #pending: Pending;
  readonly #meta: Meta;
  /** Not later than each endpoint's next delivery is due; undefined: the rows must be read. After a failure it may be too early. */
  #next: Map<Endpoint, number> | undefined;
  /** Whether KV may be out of step anywhere; undefined: the rows must be read. */
  #outOfStep: boolean | undefined;
  /** When keys were last brought to KV; milliseconds since 1970, 0: not since the object woke. */
  broughtAt = 0;
  /**
   * Comments whose event is being sent, or was about to be before the object woke: it may have arrived. Not written down, as
   * each row costs.
   */
  readonly #sending: Set<string>;
  /** Comments whose key is in step while their event still waits: that is written with what becomes of the event. */
  readonly #inStep = new Set<string>();

  constructor(sql: Sql, pending: Pending, meta: Meta) {
    this.#sql = sql;
    this.#pending = pending;
    this.#meta = meta;
    const waiting = sql
      .exec<{ comment: string }>(`SELECT comment FROM outbox WHERE ${UNDER_WAY} AND attempts = 0`)
      .toArray();
    this.#sending = new Set(waiting.map(({ comment }) => comment));
  }

  /** A request with the comment's event goes out. */
  sending(comment: string): void {
    this.#sending.add(comment);
  }

  /** It was answered, or not, and that is noted. */
  sent(comment: string): void {
    this.#sending.delete(comment);
  }

  /** A comment came that waits: of one that came later than all whose keys were put, nothing is written. */
  came(comment: string, arrived: number): void {
    if (arrived > this.#meta.times.queuedUntil) this.#outOfStep = true;
    else this.set({ ...(this.get(comment) ?? emptyOutboxRow(comment, arrived)), queue: true });
  }

  /** Comments that came to wait and whose keys were not put yet, the oldest first. */
  unput(limit: number): OutboxRow[] {
    const rows = this.#pending.between(this.#meta.times.queuedUntil, Number.MAX_SAFE_INTEGER, limit);
    return rows.map(({ id, arrived }) => ({ ...emptyOutboxRow(id, arrived), queue: true }));
  }

  /** The first of those were put. One that was stored meanwhile, but arrived before the last of them, gets a row. */
  put(rows: readonly OutboxRow[]): void {
    const until = rows.at(-1)?.arrived;
    if (until === undefined) return;
    const put = new Set(rows.map(({ comment }) => comment));
    const late = this.#pending.between(this.#meta.times.queuedUntil, until, put.size + MOST_LATE);
    this.#queuedUntil(until);
    for (const { id, arrived } of late) if (!put.has(id)) this.came(id, arrived);
  }

  /** KV may be another one, or years behind: every key is to be put again. */
  putAgain(): void {
    this.#queuedUntil(0);
  }

  #queuedUntil(queuedUntil: number): void {
    this.#meta.times = { ...this.#meta.times, queuedUntil };
    this.#outOfStep = undefined;
  }

  /** KV has what the comment's status wants. */
  inStep(row: OutboxRow): void {
    if (!row.queue) return;
    const isUnderWay = row.state === "waiting" || row.state === "sending";
    if (row.event === null || !isUnderWay || this.#inStep.size >= MOST_IN_STEP) {
      this.set({ ...row, queue: false });
      return;
    }
    this.#inStep.add(row.comment);
    this.#outOfStep = undefined;
  }

  get(comment: string): OutboxRow | undefined {
    const [row] = this.#sql
      .exec<Stored>(`SELECT ${COLUMNS} FROM outbox WHERE comment = ?`, comment)
      .toArray();
    return row && this.#decode(row);
  }

  /** Writes what is left to do, or removes the row when nothing is. */
  set(row: OutboxRow): void {
    this.#inStep.delete(row.comment);
    this.#note(row);
    if (!row.queue && row.event === null) {
      this.#sql.exec("DELETE FROM outbox WHERE comment = ?", row.comment);
      return;
    }
    this.#sql.exec(
      `INSERT INTO outbox (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (comment) DO UPDATE SET queue = excluded.queue, event = excluded.event,
       state = excluded.state, due = excluded.due, attempts = excluded.attempts, failure = excluded.failure,
       endpoint = excluded.endpoint, missed = excluded.missed`,
      row.comment,
      row.arrived,
      row.queue ? 1 : 0,
      row.event,
      row.state,
      row.due,
      row.attempts,
      row.failure,
      row.endpoint,
      row.missed ? 1 : 0,
    );
  }

  /** The comment is gone, and with it what was to be told of it; its key in KV is still to go. */
  forget(comment: string): void {
    const row = this.get(comment);
    if (row) this.set({ ...row, event: null, state: "idle" });
  }

  /** Comments whose key was put, or may have been, and may differ from what is wanted now, the oldest first. */
  stale(limit: number): OutboxRow[] {
    const rows = this.#rows("queue = 1 ORDER BY arrived LIMIT ?", limit + this.#inStep.size);
    return rows.filter(({ queue }) => queue).slice(0, limit);
  }

  /** Comments whose KV key may be out of step. */
  outOfStep(limit: number): OutboxRow[] {
    const stale = this.stale(limit);
    const known = new Set(stale.map(({ comment }) => comment));
    const unput = stale.length < limit ? this.unput(limit - stale.length) : [];
    const all = [...stale, ...unput.filter(({ comment }) => !known.has(comment))];
    this.#outOfStep = all.length > 0;
    return all;
  }

  /** Whether there are any. Asked after every call, while thousands may wait for KV: read once, then kept in mind. */
  get isOutOfStep(): boolean {
    this.#outOfStep ??= this.outOfStep(1).length > 0;
    return this.#outOfStep;
  }

  #note({ queue, event, state, endpoint, due }: OutboxRow): void {
    if (queue) this.#outOfStep = true;
    else if (this.#outOfStep) this.#outOfStep = undefined;
    if (event === null || (state !== "waiting" && state !== "sending")) return;
    this.#next?.set(endpoint, Math.min(due, this.#next.get(endpoint) ?? due));
  }

  /** Deliveries that are due. One that was being sent when the process died is due too: at least once. */
  due(endpoint: Endpoint, now: number, limit: number): OutboxRow[] {
    this.#next = undefined;
    return this.#rows(
      `endpoint = ? AND ${UNDER_WAY} AND due <= ? ORDER BY due LIMIT ?`,
      endpoint,
      now,
      limit,
    );
  }

  /** When each endpoint's next delivery is due; those with none are left out. */
  nextDue(): { readonly endpoint: Endpoint; readonly due: number }[] {
    this.#next ??= new Map(
      this.#sql
        .exec<{ endpoint: Endpoint; due: number }>(
          `SELECT endpoint, min(due) AS due FROM outbox WHERE ${UNDER_WAY} GROUP BY endpoint`,
        )
        .toArray()
        .map(({ endpoint, due }) => [endpoint, due]),
    );
    return [...this.#next].map(([endpoint, due]) => ({ endpoint, due }));
  }

  /** An endpoint works again: what it refused before is due now. */
  hurry(endpoint: Endpoint, now: number): void {
    this.#next = undefined;
    this.#sql.exec(
      "UPDATE outbox SET due = ? WHERE endpoint = ? AND state = 'waiting' AND attempts > 0 AND due > ?",
      now,
      endpoint,
      now,
    );
  }

  /** Waiting deliveries of events from before a time: an event's sequence is its time. */
  olderThan(endpoint: Endpoint, time: number, limit: number): OutboxRow[] {
    return this.#rows("endpoint = ? AND state = 'waiting' AND event < ? LIMIT ?", endpoint, time, limit);
  }

  /** Deliveries in a state, the oldest event first. */
  list(state: "underway" | "dead", limit: number): OutboxRow[] {
    return this.#rows(`${state === "dead" ? "state = 'dead'" : UNDER_WAY} ORDER BY event LIMIT ?`, limit);
  }

  /** Deliveries that wait for their first attempt, for another, and that were given up. */
  deliveries(): DeliveryCounts {
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
    const rows = this.#sql.exec<{ n: number }>("SELECT count(*) AS n FROM outbox WHERE state <> 'dead'");
    return rows.one().n + this.#pending.countSince(this.#meta.times.queuedUntil);
  }

  #rows(where: string, ...values: SqlStorageValue[]): OutboxRow[] {
    return readable(
      this.#sql.exec<Stored>(`SELECT ${COLUMNS} FROM outbox WHERE ${where}`, ...values).toArray(),
      (row) => this.#decode(row),
      "outbox",
    );
  }

  /** A row with what is known of it in memory alone. */
  #decode(stored: Stored): OutboxRow {
    const row = decode(stored);
    const isSent = row.state === "waiting" && this.#sending.has(row.comment);
    return {
      ...row,
      queue: row.queue && !this.#inStep.has(row.comment),
      state: isSent ? "sending" : row.state,
    };
  }
}
