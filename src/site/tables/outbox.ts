import type { DeliveryCounts, DeliveryState, Endpoint } from "../../contract/outgoing.ts";
import type { Pending } from "./pending.ts";
import type { Sql, Stored } from "./sql.ts";

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
  readonly endpoint: Endpoint;
  /** The blog may not know where the comment was before this event: an earlier one was given up, or told a later status. */
  readonly missed: boolean;
}

const IDLE: Omit<OutboxRow, "comment" | "arrived"> = {
  queue: false,
  event: null,
  state: "idle",
  due: 0,
  attempts: 0,
  failure: null,
  endpoint: "webhook",
  missed: false,
};

/** An outbox row with nothing in it yet. */
export const emptyOutboxRow = (comment: string, arrived: number): OutboxRow => ({
  comment,
  arrived,
  ...IDLE,
});

const CHANGING = Object.keys(IDLE) as (keyof typeof IDLE)[];
const COLUMNS = ["comment", "arrived", ...CHANGING] as const;
const READ = `SELECT ${COLUMNS} FROM outbox`;
const WRITE = `INSERT INTO outbox (${COLUMNS}) VALUES (${COLUMNS.map(() => "?")})
  ON CONFLICT (comment) DO UPDATE SET ${CHANGING.map((column) => `${column} = excluded.${column}`)}`;

const UNDER_WAY = "event IS NOT NULL AND state IN ('waiting', 'sending')";

/** Comments of which only memory knows that their key is in step. */
const MOST_IN_STEP = 500;

/**
 * The outbox: one row for each comment with something left to do outside. One that came to wait has none while its key is
 * still to be put for the first time.
 */
export class Outbox {
  readonly #sql: Sql;
  readonly #pending: Pending;
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
  readonly sending = new Set<string>();
  /** Comments whose key is in step while their event still waits: that is written with what becomes of the event. */
  readonly #inStep = new Set<string>();

  constructor(sql: Sql, pending: Pending) {
    this.#sql = sql;
    this.#pending = pending;
    for (const { comment } of this.#rows(`${UNDER_WAY} AND attempts = 0`)) this.sending.add(comment);
  }

  /** A comment came that waits: of one that came later than all whose keys were put, nothing is written. */
  came(comment: string, arrived: number): void {
    if (this.#pending.isUnput(arrived)) this.#outOfStep = true;
    else this.set({ ...(this.get(comment) ?? emptyOutboxRow(comment, arrived)), queue: true });
  }

  /** First keys were put. One that was stored meanwhile, but arrived before the last of those, gets a row. */
  put(first: readonly Pick<OutboxRow, "comment" | "arrived">[]): void {
    const last = first.at(-1);
    if (!last) return;
    const late = this.#pending.put(new Set(first.map(({ comment }) => comment)), last.arrived);
    this.#outOfStep = undefined;
    for (const { id, arrived } of late) this.came(id, arrived);
  }

  /** KV may be another one, or years behind: every key is to be put again. */
  putAgain(): void {
    this.#pending.putAgain();
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
    return this.#rows("comment = ?", comment)[0];
  }

  /** Writes what is left to do, or removes the row when nothing is. */
  set(row: OutboxRow): void {
    this.#inStep.delete(row.comment);
    this.#note(row);
    if (!row.queue && row.event === null) {
      this.#sql.exec("DELETE FROM outbox WHERE comment = ?", row.comment);
      return;
    }
    this.#sql.exec(WRITE, ...COLUMNS.map((column) => encode(row[column])));
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

  /** Comments whose KV key may be out of step, or was not put yet. */
  outOfStep(limit: number): string[] {
    const stale = this.stale(limit).map(({ comment }) => comment);
    const unput = stale.length < limit ? this.#pending.unput(limit - stale.length) : [];
    const all = [...new Set([...stale, ...unput.map(({ id }) => id)])];
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
    return rows.one().n + this.#pending.countUnput();
  }

  #rows(where: string, ...values: SqlStorageValue[]): OutboxRow[] {
    return this.#sql
      .exec<Stored>(`${READ} WHERE ${where}`, ...values)
      .toArray()
      .map((row) => this.#decode(row));
  }

  /** A row with what is known of it in memory alone. */
  #decode(stored: Stored): OutboxRow {
    const row = { ...stored, queue: stored.queue === 1, missed: stored.missed === 1 } as unknown as OutboxRow;
    const isSent = row.state === "waiting" && this.sending.has(row.comment);
    return {
      ...row,
      queue: row.queue && !this.#inStep.has(row.comment),
      state: isSent ? "sending" : row.state,
    };
  }
}

const encode = (value: OutboxRow[keyof OutboxRow]) => (typeof value === "boolean" ? Number(value) : value);
