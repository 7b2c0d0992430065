import { MOST_ASKED } from "../contract/overview.ts";
import { DAY } from "../platform/clock.ts";

/** A bulk is found by its name for so long, milliseconds: as long as what was decided may be taken back. */
const LIFE = 400 * DAY;

/** In which sites each bulk decided, kept where there are too many to ask every one when it is taken back. */
export class Batches {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS batches (name TEXT PRIMARY KEY, at INTEGER NOT NULL, sites TEXT NOT NULL) WITHOUT ROWID",
    );
  }

  /** `there`: how many sites there are. */
  keep(name: string, sites: readonly string[], there: number, now: number): void {
    if (there <= MOST_ASKED) return;
    this.#sql.exec("DELETE FROM batches WHERE at < ?", now - LIFE);
    this.#sql.exec("INSERT OR REPLACE INTO batches VALUES (?, ?, ?)", name, now, JSON.stringify(sites));
  }

  /** Undefined: it was not kept. */
  sitesOf(name: string): readonly string[] | undefined {
    const [row] = this.#sql
      .exec<{ sites: string }>("SELECT sites FROM batches WHERE name = ?", name)
      .toArray();
    return row && (JSON.parse(row.sites) as string[]);
  }
}
