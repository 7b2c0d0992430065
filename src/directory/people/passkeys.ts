import type { PasskeyView } from "../../contract/members.ts";

/** A passkey as it is checked: no secret. */
export interface StoredPasskey {
  /** Of the authenticator, base64url. */
  readonly id: string;
  readonly member: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  /** The host that it opens. */
  readonly host: string;
}

type Row = { id: string; name: string; host: string; created: number; used: number | null };

/** Somebody's passkeys: their public keys. */
export class Passkeys {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS passkeys (id TEXT PRIMARY KEY, member TEXT NOT NULL, name TEXT NOT NULL, public_key TEXT NOT NULL, counter INTEGER NOT NULL, host TEXT NOT NULL, created INTEGER NOT NULL, used INTEGER) WITHOUT ROWID",
    );
  }

  of(member: string): PasskeyView[] {
    return this.#sql
      .exec<Row>(
        "SELECT id, name, host, created, used FROM passkeys WHERE member = ? ORDER BY created, id",
        member,
      )
      .toArray()
      .map(({ id, name, host, created, used }) => ({ id, name, host, createdAt: created, usedAt: used }));
  }

  get(id: string): StoredPasskey | undefined {
    const [row] = this.#sql
      .exec<{ id: string; member: string; public_key: string; counter: number; host: string }>(
        "SELECT id, member, public_key, counter, host FROM passkeys WHERE id = ?",
        id,
      )
      .toArray();
    if (!row) return undefined;
    const { public_key: publicKey, ...rest } = row;
    return { ...rest, publicKey };
  }

  /** False: it is known already. */
  add({ id, member, publicKey, counter, host }: StoredPasskey, name: string, now: number): boolean {
    if (this.get(id)) return false;
    this.#sql.exec(
      "INSERT INTO passkeys VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
      id,
      member,
      name,
      publicKey,
      counter,
      host,
      now,
    );
    return true;
  }

  /**
   * Notes a use with the authenticator's counter. False: it has not counted up since the last one, as a copy would not; those
   * that never count say 0.
   */
  use(id: string, counter: number, now: number): boolean {
    const known = this.get(id);
    if (!known || (counter <= known.counter && (counter > 0 || known.counter > 0))) return false;
    this.#sql.exec("UPDATE passkeys SET counter = ?, used = ? WHERE id = ?", counter, now, id);
    return true;
  }

  /** False: she has no such passkey. */
  remove(member: string, id: string): boolean {
    return this.#sql.exec("DELETE FROM passkeys WHERE member = ? AND id = ?", member, id).rowsWritten > 0;
  }

  forget(member: string): void {
    this.#sql.exec("DELETE FROM passkeys WHERE member = ?", member);
  }
}
