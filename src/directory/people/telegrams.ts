/** Accounts of Telegram that people linked to their own, by keyed hashes, and the one-time codes that link them. */
export class Telegrams {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS telegrams (member TEXT PRIMARY KEY, account TEXT UNIQUE, linked INTEGER, code TEXT UNIQUE, expires INTEGER) WITHOUT ROWID",
    );
  }

  /** Keeps a code for a member; the one before ends. */
  keepCode(member: string, code: string, expires: number): void {
    this.#sql.exec(
      "INSERT INTO telegrams (member, code, expires) VALUES (?, ?, ?) ON CONFLICT (member) DO UPDATE SET code = excluded.code, expires = excluded.expires",
      member,
      code,
      expires,
    );
  }

  /** Spends a code: the account is from now on hers alone. Answers whose it is; undefined: nobody's, or its time is over. */
  link(code: string, account: string, now: number): string | undefined {
    const [row] = this.#sql
      .exec<{ member: string; expires: number }>("SELECT member, expires FROM telegrams WHERE code = ?", code)
      .toArray();
    if (!row) return undefined;
    this.#sql.exec("UPDATE telegrams SET code = NULL, expires = NULL WHERE member = ?", row.member);
    if (row.expires <= now) return undefined;
    this.#sql.exec("UPDATE telegrams SET account = NULL, linked = NULL WHERE account = ?", account);
    this.#sql.exec("UPDATE telegrams SET account = ?, linked = ? WHERE member = ?", account, now, row.member);
    return row.member;
  }

  memberOf(account: string): string | undefined {
    const [row] = this.#sql
      .exec<{ member: string }>("SELECT member FROM telegrams WHERE account = ?", account)
      .toArray();
    return row?.member;
  }

  /** Since when a member's account is linked, milliseconds since 1970; undefined: it is not. */
  linkedSince(member: string): number | undefined {
    const [row] = this.#sql
      .exec<{ linked: number | null }>("SELECT linked FROM telegrams WHERE member = ?", member)
      .toArray();
    return row?.linked ?? undefined;
  }

  /** Forgets a member's account and code; false: none was linked. */
  forget(member: string): boolean {
    const was = this.linkedSince(member) !== undefined;
    this.#sql.exec("DELETE FROM telegrams WHERE member = ?", member);
    return was;
  }
}
