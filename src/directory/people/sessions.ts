import type { SessionView, Way } from "../../contract/members.ts";
import { DAY, HOUR } from "../../platform/clock.ts";

/** A session ends after so long, milliseconds, and earlier if it was not used for so long. */
export const SESSION_AGE = 30 * DAY;
const IDLE = 7 * DAY;
/** That a session is used is written down at most so often: each time is a row. */
const TOUCH = HOUR;
/** Devices of one member; a new one ends the session that was used longest ago. */
const MOST = 30;
/** Characters of a session's hash by which it is named on a page: they open nothing. */
const NAME = 16;

/** A session as it is kept. Times in milliseconds since 1970. */
export interface StoredSession {
  readonly hash: string;
  /** Of who signed in with the owner's token: the name she typed. */
  readonly name: string;
  /** Null: signed in with the owner's token. */
  readonly member: string | null;
  readonly way: Way;
  readonly device: string;
  readonly opened: number;
  readonly used: number;
  readonly expires: number;
  /** When she last proved who she is. */
  readonly proved: number;
}

type Row = Record<string, SqlStorageValue>;

const ADDED = [
  "member TEXT",
  "way TEXT NOT NULL DEFAULT 'token'",
  "device TEXT NOT NULL DEFAULT ''",
  "opened INTEGER NOT NULL DEFAULT 0",
  "used INTEGER NOT NULL DEFAULT 0",
  "proved INTEGER NOT NULL DEFAULT 0",
];
/** Sessions of before there were accounts lasted so long. */
const AGE_BEFORE = 14 * DAY;

/** Sessions of people who signed in, known by the hashes of their cookies alone. */
export class Sessions {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage, now: number) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS sessions (hash TEXT PRIMARY KEY, name TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID",
    );
    this.#addColumns(now);
  }

  /** Those that were open before there were accounts go on as what they are: the owner's token's. */
  #addColumns(now: number): void {
    const columns = this.#sql.exec<{ name: string }>("PRAGMA table_info(sessions)").toArray();
    if (columns.some(({ name }) => name === "member")) return;
    for (const column of ADDED) this.#sql.exec(`ALTER TABLE sessions ADD COLUMN ${column}`);
    this.#sql.exec("UPDATE sessions SET opened = expires - ?, used = ?", AGE_BEFORE, now);
  }

  /** Sessions that have ended go. */
  open(session: StoredSession): void {
    const { hash, name, expires, member, way, device, opened, used, proved } = session;
    this.#sql.exec("DELETE FROM sessions WHERE expires < ? OR used < ?", used, used - IDLE);
    this.#sql.exec(
      "INSERT OR REPLACE INTO sessions (hash, name, expires, member, way, device, opened, used, proved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      hash,
      name,
      expires,
      member,
      way,
      device,
      opened,
      used,
      proved,
    );
    this.#sql.exec(
      "DELETE FROM sessions WHERE member IS ? AND hash NOT IN (SELECT hash FROM sessions WHERE member IS ? ORDER BY used DESC LIMIT ?)",
      member,
      member,
      MOST,
    );
  }

  find(hash: string, now: number): StoredSession | undefined {
    const [row] = this.#sql
      .exec<Row>(
        "SELECT * FROM sessions WHERE hash = ? AND expires >= ? AND used >= ?",
        hash,
        now,
        now - IDLE,
      )
      .toArray();
    const found = row as unknown as StoredSession | undefined;
    if (found && found.used < now - TOUCH)
      this.#sql.exec("UPDATE sessions SET used = ? WHERE hash = ?", now, hash);
    return found;
  }

  prove(hash: string, now: number): void {
    this.#sql.exec("UPDATE sessions SET proved = ? WHERE hash = ?", now, hash);
  }

  /** Null: those with the owner's token. */
  of(member: string | null, now: number): SessionView[] {
    return this.#sql
      .exec<Row>(
        "SELECT * FROM sessions WHERE member IS ? AND expires >= ? AND used >= ? ORDER BY used DESC, hash",
        member,
        now,
        now - IDLE,
      )
      .toArray()
      .map((row) => row as unknown as StoredSession)
      .map(({ hash, device, way, opened, used }) => ({
        id: hash.slice(0, NAME),
        device,
        way,
        openedAt: opened,
        usedAt: used,
      }));
  }

  close(hash: string): void {
    this.#sql.exec("DELETE FROM sessions WHERE hash = ?", hash);
  }

  /** One of somebody's, by the beginning of its hash; answers how many there were. */
  closeOne(member: string | null, id: string): number {
    return this.#sql.exec(
      "DELETE FROM sessions WHERE member IS ? AND substr(hash, 1, ?) = ?",
      member,
      NAME,
      id,
    ).rowsWritten;
  }

  /** All of somebody's, but one; answers how many there were. */
  closeAllOf(member: string | null, but = ""): number {
    return this.#sql.exec("DELETE FROM sessions WHERE member IS ? AND hash <> ?", member, but).rowsWritten;
  }

  /** Everybody's; answers how many there were. */
  closeAll(): number {
    return this.#sql.exec("DELETE FROM sessions").rowsWritten;
  }
}

/** By which a session is named on a page. */
export const sessionName = (hash: string): string => hash.slice(0, NAME);
