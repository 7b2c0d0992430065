/** Links that let somebody in once, known by their hashes alone. One for each member: a new one ends the last. */
export class Invitations {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS invitations (member TEXT PRIMARY KEY, hash TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID",
    );
  }

  /** Times in milliseconds since 1970. */
  keep(member: string, hash: string, expires: number, now: number): void {
    this.#sql.exec("DELETE FROM invitations WHERE expires <= ?", now);
    this.#sql.exec("INSERT OR REPLACE INTO invitations VALUES (?, ?, ?)", member, hash, expires);
  }

  /** Whose invitation it is; undefined: nobody's, spent, withdrawn, or its time is over. */
  memberOf(hash: string, now: number): string | undefined {
    const [row] = this.#sql
      .exec<{ member: string }>("SELECT member FROM invitations WHERE hash = ? AND expires > ?", hash, now)
      .toArray();
    return row?.member;
  }

  /** Until when somebody's is good; undefined: she has none. */
  until(member: string, now: number): number | undefined {
    const [row] = this.#sql
      .exec<{ expires: number }>(
        "SELECT expires FROM invitations WHERE member = ? AND expires > ?",
        member,
        now,
      )
      .toArray();
    return row?.expires;
  }

  /** False: she had none. */
  forget(member: string): boolean {
    return this.#sql.exec("DELETE FROM invitations WHERE member = ?", member).rowsWritten > 0;
  }
}
