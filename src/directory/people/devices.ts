import type { DeviceView, StoredDevice } from "../../contract/push.ts";

/** Devices of one person; a new one takes the oldest one's place. */
const MOST = 20;

/** The devices on which people let themselves be told. */
export class Devices {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS devices (id TEXT PRIMARY KEY, member TEXT NOT NULL, endpoint TEXT NOT NULL, name TEXT NOT NULL, hours INTEGER NOT NULL, link TEXT NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID",
    );
  }

  all(): StoredDevice[] {
    return this.#sql
      .exec("SELECT * FROM devices ORDER BY id")
      .toArray()
      .map((row) => row as unknown as StoredDevice);
  }

  of(member: string): DeviceView[] {
    return this.#sql
      .exec("SELECT id, name, hours, created FROM devices WHERE member = ? ORDER BY created, id", member)
      .toArray()
      .map((row) => row as unknown as DeviceView);
  }

  /** One that is known already is from now on hers who named it last: it is the same browser. */
  keep({ id, member, endpoint, name, hours, link, created }: StoredDevice): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO devices VALUES (?, ?, ?, ?, ?, ?, ?)",
      id,
      member,
      endpoint,
      name,
      hours,
      link,
      created,
    );
    this.#sql.exec(
      "DELETE FROM devices WHERE member = ? AND id NOT IN (SELECT id FROM devices WHERE member = ? ORDER BY created DESC, id LIMIT ?)",
      member,
      member,
      MOST,
    );
  }

  /** False: she has no such device. */
  remove(member: string, id: string): boolean {
    return this.#sql.exec("DELETE FROM devices WHERE member = ? AND id = ?", member, id).rowsWritten > 0;
  }

  /** Its push service does not know it any more. */
  drop(id: string): void {
    this.#sql.exec("DELETE FROM devices WHERE id = ?", id);
  }

  forget(member: string): void {
    this.#sql.exec("DELETE FROM devices WHERE member = ?", member);
  }
}
