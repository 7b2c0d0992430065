import { ERASURE, type ReaderAsk, type ReadersState } from "../../contract/reader.ts";
import { DAY, dayOf, HOUR, MINUTE } from "../../platform/clock.ts";
import type { Sql, Stored } from "./sql.ts";

/** What a reader asked for by her mail address. Times in milliseconds since 1970. */
export interface Reader extends ReaderAsk {
  readonly asked: number;
  /** When she said by the mailed link that she is the one; of an erasure when the owner was told. Null: not yet. */
  readonly confirmed: number | null;
  /** When it is to be looked at; null: it is not. */
  readonly due: number | null;
  /** When the last mail went; 0: none has. */
  readonly sent: number;
  /** When the mail was begun of which nobody knows whether it went; 0: there is none. */
  readonly sending: number;
  readonly tries: number;
  readonly failure: string | null;
}

/** A published comment, as far as it matters who is told of it. */
export interface ShownComment {
  readonly id: string;
  readonly parent: string | null;
  readonly mail: string | null;
  readonly arrived: number;
}

/** Answers that come together are told together. */
export const GATHER = 2 * MINUTE;
/** Mails to one reader about one page are so far apart. */
export const SPACING = HOUR;

/** What is not confirmed goes after so long, what the owner was told of and who wants no mail later; and who was told nothing for a year. */
const UNCONFIRMED = 7 * DAY;
const OPEN = 30 * DAY;
const QUIET = 365 * DAY;

const COLUMNS =
  "thread, mail, id, box, network, sealed, language, link, page, comment, asked, confirmed, due, sent, sending, tries, failure";

/** What came of a day: of all, of erasures, and by network. */
interface Came {
  readonly day: number;
  all: number;
  erasures: number;
  readonly networks: Map<string, number>;
}

type Asking = Pick<Reader, "thread" | "network">;

function add(came: Came, { thread, network }: Asking): void {
  came.all++;
  if (thread === ERASURE) came.erasures++;
  came.networks.set(network ?? "", (came.networks.get(network ?? "") ?? 0) + 1);
}

const rowOf = (row: Stored): Reader => row as unknown as Reader;

/** Readers who asked by mail to be told of answers, or to be erased. */
export class Readers {
  readonly #sql: Sql;
  /** When the next is due; null: none is, undefined: the rows must be read. */
  #next: number | null | undefined;
  #came: Came | undefined;
  #mails: { readonly day: number; n: number } | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** When the next is to be looked at; undefined: none is. */
  get nextDue(): number | undefined {
    if (this.#next === undefined)
      this.#next = this.#sql.exec<{ due: number | null }>("SELECT min(due) AS due FROM readers").one().due;
    return this.#next ?? undefined;
  }

  get(thread: string, mail: string): Reader | undefined {
    return this.#rows("thread = ? AND mail = ?", thread, mail)[0];
  }

  /** By the name that links know it by. Reads every row. */
  named(id: string): Reader | undefined {
    return this.#rows("id = ?", id)[0];
  }

  of(mail: string): Reader[] {
    return this.#rows("mail = ?", mail);
  }

  /** Those of a mailbox. */
  ofBox(box: string): Reader[] {
    return this.#rows("box = ?", box);
  }

  /** Erasures that the owner was told of, the oldest first. */
  erasures(): Reader[] {
    return this.#rows(`thread = '${ERASURE}' AND confirmed IS NOT NULL ORDER BY asked`);
  }

  due(now: number, limit: number): Reader[] {
    return this.#rows("due <= ? ORDER BY due LIMIT ?", now, limit);
  }

  count(): number {
    return this.#sql.exec<{ n: number }>("SELECT count(*) AS n FROM readers").one().n;
  }

  state(): ReadersState {
    return this.#sql
      .exec<{ told: number; failure: string | null }>(
        `SELECT count(confirmed) FILTER (WHERE thread <> '${ERASURE}') AS told, max(failure) AS failure FROM readers`,
      )
      .one();
  }

  /** How many requests came today: of all, of erasures, and from a network. */
  cameToday(network: string | null, now: number): { all: number; erasures: number; ofNetwork: number } {
    const { all, erasures, networks } = this.#today(now);
    return { all, erasures, ofNetwork: networks.get(network ?? "") ?? 0 };
  }

  /** One is looked at, whatever becomes of it. */
  came(asking: Asking, now: number): void {
    add(this.#today(now), asking);
  }

  #today(now: number): Came {
    const day = dayOf(now);
    if (this.#came?.day === day) return this.#came;
    const came: Came = { day, all: 0, erasures: 0, networks: new Map() };
    for (const reader of this.#rows("asked >= ?", day * DAY)) add(came, reader);
    this.#came = came;
    return came;
  }

  /** How many mails went today; a mail is counted as it is begun. */
  mailsToday(now: number): number {
    const day = dayOf(now);
    if (this.#mails?.day !== day)
      this.#mails = { day, n: this.#rows("max(sent, sending) >= ?", day * DAY).length };
    return this.#mails.n;
  }

  /** Writes a request down, new or changed. */
  save(reader: Reader): void {
    const row = reader as unknown as Record<string, SqlStorageValue>;
    const values = COLUMNS.split(", ").map((column) => row[column] ?? null);
    this.#sql.exec(
      `INSERT OR REPLACE INTO readers (${COLUMNS}) VALUES (${values.map(() => "?").join(", ")})`,
      ...values,
    );
    this.#next = undefined;
  }

  /** A mail is about to go, which tells of these comments; should this object die, it goes once more, as the same mail. */
  begin(reader: Reader, told: readonly string[], now: number): void {
    this.mailsToday(now);
    if (this.#mails) this.#mails.n++;
    this.save(reader);
    for (const comment of told)
      this.#sql.exec(
        "INSERT OR IGNORE INTO readers_told VALUES (?, ?, ?)",
        reader.id,
        comment,
        reader.sending,
      );
  }

  /** What a reader was told of, or by one mail alone. */
  told({ id }: Reader, batch?: number): Set<string> {
    const rows = this.#sql
      .exec<{ comment: string }>(
        "SELECT comment FROM readers_told WHERE reader = ? AND batch = coalesce(?, batch)",
        id,
        batch ?? null,
      )
      .toArray();
    return new Set(rows.map(({ comment }) => comment));
  }

  /** Nothing is kept of it. */
  drop({ thread, mail, id }: Reader): void {
    this.#sql.exec("DELETE FROM readers WHERE thread = ? AND mail = ?", thread, mail);
    this.#sql.exec("DELETE FROM readers_told WHERE reader = ?", id);
    this.#next = undefined;
  }

  /** What readers of a page see has changed: whoever asked to be told of answers there may have to be. */
  touch(thread: string, now: number): void {
    const { rowsWritten } = this.#sql.exec(
      "UPDATE readers SET due = max(?, sent + ?) WHERE thread = ? AND due IS NULL AND sealed <> ''",
      now + GATHER,
      SPACING,
      thread,
    );
    if (rowsWritten > 0) this.#next = undefined;
  }

  /** What was published on a page, the oldest first. */
  shown(thread: string): ShownComment[] {
    return this.#sql
      .exec<{ [Key in keyof ShownComment]: ShownComment[Key] }>(
        `SELECT id, comment ->> '$.parent.id' AS parent, mail, arrived FROM comments
         WHERE status = 'published' AND thread = ? ORDER BY arrived, id`,
        thread,
      )
      .toArray();
  }

  /** Lets go what has had its time; `isOffered` false: the owner mails no readers any more, so that no address is kept for it. */
  purge(now: number, isOffered: boolean): void {
    const { rowsWritten } = this.#sql.exec(
      `DELETE FROM readers WHERE CASE
         WHEN sealed = '' THEN asked < ?
         WHEN thread = '${ERASURE}' THEN asked < iif(confirmed IS NULL, ?, ?)
         WHEN ? = 0 THEN 1
         WHEN confirmed IS NULL THEN max(asked, sent) < ?
         ELSE max(confirmed, sent) < ? END`,
      now - OPEN,
      now - UNCONFIRMED,
      now - OPEN,
      isOffered ? 1 : 0,
      now - UNCONFIRMED,
      now - QUIET,
    );
    if (rowsWritten === 0) return;
    this.#sql.exec("DELETE FROM readers_told WHERE reader NOT IN (SELECT id FROM readers)");
    this.#next = undefined;
  }

  #rows(where: string, ...values: SqlStorageValue[]): Reader[] {
    return this.#sql
      .exec<Stored>(`SELECT ${COLUMNS} FROM readers WHERE ${where}`, ...values)
      .toArray()
      .map(rowOf);
  }
}
