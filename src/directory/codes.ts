/** Codes that wait to be used; a new one takes the oldest one's place. */
const MOST = 20;

/** One-time codes by which blogs get their keys, known by their hashes alone. */
export class Codes {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS codes (hash TEXT PRIMARY KEY, site TEXT, expires INTEGER NOT NULL) WITHOUT ROWID",
    );
  }

  /** Keeps a code. `site` null: one that is still to be made. Of a site's codes only the newest is good. */
  keep(hash: string, site: string | null, expires: number, now: number): void {
    this.#sql.exec("DELETE FROM codes WHERE expires <= ? OR site = ?", now, site);
    this.#sql.exec("INSERT OR REPLACE INTO codes VALUES (?, ?, ?)", hash, site, expires);
    this.#sql.exec(
      "DELETE FROM codes WHERE hash NOT IN (SELECT hash FROM codes ORDER BY expires DESC LIMIT ?)",
      MOST,
    );
  }

  /** Spends a code; undefined: there is none, or its time is over. */
  spend(hash: string, now: number): { readonly site: string | null } | undefined {
    const [code] = this.#sql
      .exec<{ site: string | null; expires: number }>("SELECT site, expires FROM codes WHERE hash = ?", hash)
      .toArray();
    if (!code) return undefined;
    this.#sql.exec("DELETE FROM codes WHERE hash = ?", hash);
    return code.expires > now ? { site: code.site } : undefined;
  }
}
