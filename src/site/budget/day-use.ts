import { freePlan, nextReset, noUse, type Use } from "../../contract/plan.ts";
import { Surge } from "../../core/memory/surge.ts";
import { DAY, MINUTE } from "../../platform/clock.ts";
import type { Meta } from "../tables/meta.ts";
import type { Sql } from "../tables/sql.ts";

/**
 * What was counted is written after so long, or so many rows, with a write that happens anyway; a crash loses no more rows of
 * the count, however many come in a second.
 */
const SAVE_EVERY = 5 * MINUTE;
const SAVE_ROWS = 60;
/** The directory is told at most so often, or when so many rows were written since: the quota is the account's. */
const TELL_EVERY = 5 * MINUTE;
const TELL_ROWS = 500;

/** Adds up what the account's sites took of the plan's day; answers what all the others took. */
export type ReportUse = (use: Use, now: number) => Promise<Use>;

/** Counts what a site takes of the plan's day. */
export class DayUse {
  readonly #sql: Sql;
  readonly #meta: Meta;
  /** When the day ends that is counted, milliseconds since 1970. */
  #ends: number;
  #use: Use;
  /** The objects' own counters as they were when last added to the day's. */
  #added = { rowsRead: 0, rowsWritten: 0, requests: 0 };
  #saved: number;
  /** Rows of the day as they were written down then. */
  #savedRows: number;
  /** What the directory was told last, and when; what the account's other sites took, as it answered. */
  #told = noUse;
  #toldAt = 0;
  #others = noUse;
  #lastIn: number | null;
  #lastOut: number | null;
  readonly surge: Surge;

  constructor(sql: Sql, meta: Meta) {
    this.#sql = sql;
    this.#meta = meta;
    const stored = meta.use;
    this.#saved = stored?.at ?? 0;
    this.#ends = nextReset(this.#saved);
    this.#use = { ...noUse, ...stored?.use };
    this.#savedRows = this.#use.rowsWritten;
    this.#lastIn = stored?.lastIn ?? null;
    this.#lastOut = stored?.lastOut ?? null;
    this.surge = new Surge(stored?.surge);
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
    if (now >= this.#ends || now < this.#ends - DAY) {
      this.#ends = nextReset(now);
      this.#use = noUse;
      this.#savedRows = 0;
      this.#others = noUse;
      this.#told = noUse;
    }
    const { rowsRead, rowsWritten } = this.#sql.usage;
    const present = { rowsRead, rowsWritten, requests: this.#meta.requests };
    for (const kind of ["rowsRead", "rowsWritten", "requests"] as const)
      this.count(kind, present[kind] - this.#added[kind]);
    this.#added = present;
    return this.#use;
  }

  /** What the other sites of the account took today, as far as known. */
  get others(): Use {
    return this.#others;
  }

  /** Share of the account's rows of the day that is gone, 0..1. */
  spent(now: number): number {
    return (this.today(now).rowsWritten + this.#others.rowsWritten) / freePlan.rowsWritten;
  }

  /** Call where something may have been written: keeps the count, and lets the account know, each when it is due. */
  keep(now: number, report: ReportUse): void {
    const news = this.#save(now) ? this.#news(now) : undefined;
    if (!news) return;
    // Not waited for: without an answer the site goes by its own count.
    report(news, now)
      .then((others) => {
        this.#others = others;
      })
      .catch(() => undefined);
  }

  /** What the account is to be told now; undefined: it knows well enough. */
  #news(now: number): Use | undefined {
    const use = this.today(now);
    const due = now - this.#toldAt >= TELL_EVERY || use.rowsWritten - this.#told.rowsWritten >= TELL_ROWS;
    if (!due) return undefined;
    this.#told = use;
    this.#toldAt = now;
    return use;
  }

  /** True: it was due. */
  #save(now: number): boolean {
    const use = this.today(now);
    if (now - this.#saved < SAVE_EVERY && use.rowsWritten - this.#savedRows < SAVE_ROWS) return false;
    this.#saved = now;
    this.#savedRows = use.rowsWritten;
    const surge = this.surge.store();
    this.#meta.use = { at: now, use, lastIn: this.#lastIn, lastOut: this.#lastOut, surge };
    return true;
  }
}
