/** What served once and must not again before its time is over: known by hashes. */
export class Spent {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS spent (hash TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID",
    );
  }

  /** False: it was spent before. Times in milliseconds since 1970. */
  spend(hash: string, expires: number, now: number): boolean {
    this.#sql.exec("DELETE FROM spent WHERE expires < ?", now);
    const before = this.#sql.exec("SELECT 1 FROM spent WHERE hash = ?", hash).toArray();
    if (before.length > 0) return false;
    this.#sql.exec("INSERT INTO spent VALUES (?, ?)", hash, expires);
    return true;
  }
}
