import type { MeansView } from "../../contract/members.ts";

type Row = { id: string; name: string; created: number; used: number | null };

/** Somebody's tokens to sign in with, known by their hashes alone. */
export class PersonalTokens {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS tokens (hash TEXT PRIMARY KEY, id TEXT NOT NULL, member TEXT NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL, used INTEGER) WITHOUT ROWID",
    );
  }

  of(member: string): MeansView[] {
    return this.#sql
      .exec<Row>("SELECT id, name, created, used FROM tokens WHERE member = ? ORDER BY created, id", member)
      .toArray()
      .map(({ id, name, created, used }) => ({ id, name, createdAt: created, usedAt: used }));
  }

  add(member: string, { hash, id, name }: { hash: string; id: string; name: string }, now: number): void {
    this.#sql.exec("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, NULL)", hash, id, member, name, now);
  }

  /** Whose a token is, and notes that it was used; undefined: nobody's. */
  use(hash: string, now: number): string | undefined {
    const [row] = this.#sql
      .exec<{ member: string }>("SELECT member FROM tokens WHERE hash = ?", hash)
      .toArray();
    if (row) this.#sql.exec("UPDATE tokens SET used = ? WHERE hash = ?", now, hash);
    return row?.member;
  }

  /** False: she has no such token. */
  remove(member: string, id: string): boolean {
    return this.#sql.exec("DELETE FROM tokens WHERE member = ? AND id = ?", member, id).rowsWritten > 0;
  }

  forget(member: string): void {
    this.#sql.exec("DELETE FROM tokens WHERE member = ?", member);
  }
}
