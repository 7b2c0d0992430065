/** Sessions of people who signed in, known by the hashes of their cookies alone. */
export class Sessions {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS sessions (hash TEXT PRIMARY KEY, name TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID",
    );
  }

  /** `expires` and `now`: milliseconds since 1970. Sessions that have ended go. */
  open(hash: string, name: string, expires: number, now: number): void {
    this.#sql.exec("DELETE FROM sessions WHERE expires < ?", now);
    this.#sql.exec("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?)", hash, name, expires);
  }

  find(hash: string, now: number): { name: string } | undefined {
    const [row] = this.#sql
      .exec<{ name: string }>("SELECT name FROM sessions WHERE hash = ? AND expires >= ?", hash, now)
      .toArray();
    return row && { name: row.name };
  }

  close(hash: string): void {
    this.#sql.exec("DELETE FROM sessions WHERE hash = ?", hash);
  }

  /** Answers how many there were. */
  closeAll(): number {
    return this.#sql.exec("DELETE FROM sessions").rowsWritten;
  }
}
