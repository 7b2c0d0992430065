import type { Meta } from "./meta.ts";
import type { Sql } from "./sql.ts";

const DAY = 86_400_000;
/** What was counted is written at most so often, with a write that happens anyway; a crash loses no more of the count. */
const SAVE_EVERY = 60_000;

/** What one site took of the plan on one UTC day. */
export interface Use {
  readonly rowsWritten: number;
  readonly rowsRead: number;
  readonly kvWrites: number;
  readonly kvDeletes: number;
  readonly kvLists: number;
  /** Calls of the site object, and its alarms. */
  readonly requests: number;
  /** Submissions refused, as the day's rows were nearly used up. */
  readonly refused: number;
}

export interface StoredUse {
  /** When it was written, milliseconds since 1970; the use is that of this day. */
  readonly at: number;
  readonly use: Use;
  /** When the last comment came, and when the blog last took an event; milliseconds since 1970. */
  readonly lastIn: number | null;
  readonly lastOut: number | null;
}

const nothing: Use = {
  rowsWritten: 0,
  rowsRead: 0,
  kvWrites: 0,
  kvDeletes: 0,
  kvLists: 0,
  requests: 0,
  refused: 0,
};

/** Counts what a site takes of the plan's day. */
export class DayUse {
  readonly #sql: Sql;
  readonly #meta: Meta;
  /** Days since 1970, UTC. */
  #day: number;
  #use: Use;
  /** The objects' own counters as they were when last added to the day's. */
  #added = { rowsRead: 0, rowsWritten: 0, requests: 0 };
  #saved: number;
  #lastIn: number | null;
  #lastOut: number | null;

  constructor(sql: Sql, meta: Meta) {
    this.#sql = sql;
    this.#meta = meta;
    const stored = meta.use;
    this.#saved = stored?.at ?? 0;
    this.#day = Math.floor(this.#saved / DAY);
    this.#use = { ...nothing, ...stored?.use };
    this.#lastIn = stored?.lastIn ?? null;
    this.#lastOut = stored?.lastOut ?? null;
  }

  get lastIn(): number | null {
    return this.#lastIn;
  }

  get lastOut(): number | null {
    return this.#lastOut;
  }

  came(now: number): void {
    this.#lastIn = Math.max(now, this.#lastIn ?? 0);
  }

  delivered(now: number): void {
    this.#lastOut = Math.max(now, this.#lastOut ?? 0);
  }

  /** Counts what no other counter sees: KV's operations, alarms set and rung, refusals. */
  count(kind: keyof Use, n = 1): void {
    this.#use = { ...this.#use, [kind]: this.#use[kind] + n };
  }

  /** What the day of `now` took so far. Counts since the last call go to this day, even if a few were made before midnight. */
  today(now: number): Use {
    const day = Math.floor(now / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#use = nothing;
    }
    const { rowsRead, rowsWritten } = this.#sql.usage;
    const present = { rowsRead, rowsWritten, requests: this.#meta.calls };
    for (const kind of ["rowsRead", "rowsWritten", "requests"] as const)
      this.count(kind, present[kind] - this.#added[kind]);
    this.#added = present;
    return this.#use;
  }

  /** Keeps the count, when that is due. Call only where something else was written. True: it was. */
  save(now: number): boolean {
    if (now - this.#saved < SAVE_EVERY) return false;
    this.#saved = now;
    const use = this.today(now);
    this.#meta.use = { at: now, use, lastIn: this.#lastIn, lastOut: this.#lastOut };
    return true;
  }
}
