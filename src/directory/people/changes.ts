import type { Change, ChangeLine } from "../../contract/actor.ts";
import { DAY } from "../../platform/clock.ts";

/** As long as the record of decisions. */
const KEPT = 365 * DAY;
const MOST = 20_000;

type Row = {
  sequence: number;
  at: number;
  actor: string;
  member: string | null;
  what: string;
  site: string | null;
  about: string | null;
};

/** Which part of the record is wanted, the newest first. */
export interface ChangesAsk {
  /** Null: of all sites and of the people. */
  readonly sites: readonly string[] | null;
  readonly by?: string | undefined;
  readonly member?: string | undefined;
  /** Only older ones, by time and then by sequence. */
  readonly before: { readonly at: number; readonly sequence: number };
  readonly limit: number;
}

/** The record of what was done to sites, keys and people. */
export class Changes {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS changes (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, member TEXT, what TEXT NOT NULL, site TEXT, about TEXT)",
    );
  }

  add({ at, actor, what, site, about }: Change): void {
    this.#sql.exec(
      "INSERT INTO changes (at, actor, member, what, site, about) VALUES (?, ?, ?, ?, ?, ?)",
      at,
      actor.name,
      actor.member ?? null,
      what,
      site ?? null,
      about ?? null,
    );
    this.#sql.exec(
      "DELETE FROM changes WHERE at < ? OR sequence <= (SELECT max(sequence) FROM changes) - ?",
      at - KEPT,
      MOST,
    );
  }

  /** Whether somebody did this since a time: what happens often is written down once. */
  isKnown(what: Change["what"], about: string, since: number): boolean {
    const found = this.#sql.exec(
      "SELECT 1 FROM changes WHERE at >= ? AND what = ? AND about = ? LIMIT 1",
      since,
      what,
      about,
    );
    return found.toArray().length > 0;
  }

  before({ sites, by, member, before, limit }: ChangesAsk): ChangeLine[] {
    return this.#sql
      .exec<Row>(
        `SELECT * FROM changes WHERE (at, sequence) < (?, ?) AND (? IS NULL OR actor = ?) AND (? IS NULL OR member = ?)
         AND (? IS NULL OR site IN (SELECT value FROM json_each(?))) ORDER BY at DESC, sequence DESC LIMIT ?`,
        before.at,
        before.sequence,
        by ?? null,
        by ?? null,
        member ?? null,
        member ?? null,
        sites && 1,
        JSON.stringify(sites ?? []),
        limit,
      )
      .toArray()
      .map(({ sequence, at, actor, member, what, site, about }) => ({
        sequence,
        at,
        actor: { name: actor, ...(member !== null && { member }) },
        what: what as Change["what"],
        ...(site !== null && { site }),
        ...(about !== null && { about }),
      }));
  }
}
