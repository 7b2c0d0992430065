import { HOUR } from "../../platform/clock.ts";
import type { CommentRow } from "./comments.ts";
import { COLUMNS, decode } from "./comments.ts";
import { HAS_WORDS } from "./mentions.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

/** Stands for the number of comments of every page, which is copied like a page. */
export const COUNTS = "";

const PUBLISHED = "status = 'published' AND thread IS NOT NULL";
const SHOWN = `${PUBLISHED} AND ${HAS_WORDS}`;

/**
 * What readers of the blog's pages are shown, and which of it KV has: a row for each page of which KV may hold a copy, written
 * before the copy is. `copied` is when it was put; 0: KV is to be brought in step.
 */
export class Feeds {
  readonly #sql: Sql;
  /** Pages that changed while their copy was under way. */
  readonly #changed = new Set<string>();
  /** Whether KV may be out of step anywhere; undefined: the rows must be read. */
  #isDirty: boolean | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Whether KV may be out of step. */
  get isDirty(): boolean {
    this.#isDirty ??= this.#sql.exec("SELECT 1 FROM feeds WHERE copied = 0 LIMIT 1").toArray().length > 0;
    return this.#isDirty;
  }

  /** The newest published comments of a page, the oldest first. */
  published(thread: string, limit: number): CommentRow[] {
    const rows = this.#sql
      .exec<Stored>(
        `SELECT ${COLUMNS} FROM comments WHERE ${SHOWN} AND thread = ? ORDER BY arrived DESC, id DESC LIMIT ?`,
        thread,
        limit,
      )
      .toArray();
    return readable(rows, decode, "comments").reverse();
  }

  /** The newest of those that say no word, such as likes by webmention, the oldest first. */
  wordless(thread: string, limit: number): CommentRow[] {
    const rows = this.#sql
      .exec<Stored>(
        `SELECT ${COLUMNS} FROM comments WHERE ${PUBLISHED} AND NOT (${HAS_WORDS}) AND thread = ?
         ORDER BY arrived DESC, id DESC LIMIT ?`,
        thread,
        limit,
      )
      .toArray();
    return readable(rows, decode, "comments").reverse();
  }

  /** Comments without a page that are published or may be, after an id, by their ids. */
  placeless(after: string, limit: number): CommentRow[] {
    const rows = this.#sql
      .exec<Stored>(
        `SELECT ${COLUMNS} FROM comments WHERE thread IS NULL AND status IN ('published', 'pending') AND id > ? ORDER BY id LIMIT ?`,
        after,
        limit,
      )
      .toArray();
    return readable(rows, decode, "comments");
  }

  place(id: string, thread: string): void {
    this.#sql.exec("UPDATE comments SET thread = ? WHERE id = ?", thread, id);
  }

  count(thread: string): number {
    return this.#sql
      .exec<{ n: number }>(`SELECT count(*) AS n FROM comments WHERE ${SHOWN} AND thread = ?`, thread)
      .one().n;
  }

  /** How many comments each page has that has any; 0: it has such alone that say no word. */
  counts(): Record<string, number> {
    const rows = this.#sql
      .exec<{ thread: string; n: number }>(
        `SELECT thread, count(*) FILTER (WHERE ${HAS_WORDS}) AS n FROM comments WHERE ${PUBLISHED} GROUP BY thread`,
      )
      .toArray();
    return Object.fromEntries(rows.map(({ thread, n }) => [thread, n]));
  }

  /** Somebody had to ask for a page here: KV has no copy, or had one long enough ago that it may be lost. */
  want(thread: string, now: number): void {
    const known = this.#sql
      .exec<{ copied: number }>("SELECT copied FROM feeds WHERE thread = ?", thread)
      .toArray()[0];
    if (known && (known.copied === 0 || now - known.copied < HOUR)) return;
    this.#sql.exec("INSERT INTO feeds VALUES (?, 0) ON CONFLICT (thread) DO UPDATE SET copied = 0", thread);
    this.#isDirty = true;
  }

  /** A comment of a page was published, changed or taken down. */
  touch(thread: string): void {
    for (const one of [thread, COUNTS]) {
      this.#changed.add(one);
      const { rowsWritten } = this.#sql.exec(
        "UPDATE feeds SET copied = 0 WHERE thread = ? AND copied <> 0",
        one,
      );
      if (rowsWritten > 0) this.#isDirty = true;
    }
  }

  /** KV may be another one, or years behind: every copy is to be put again. */
  putAgain(): void {
    this.#sql.exec("UPDATE feeds SET copied = 0");
    this.#isDirty = undefined;
  }

  /** Pages whose copy is not as they are. */
  dirty(limit: number): string[] {
    const rows = this.#sql
      .exec<{ thread: string }>("SELECT thread FROM feeds WHERE copied = 0 ORDER BY thread LIMIT ?", limit)
      .toArray();
    this.#isDirty = rows.length > 0;
    return rows.map(({ thread }) => thread);
  }

  /** A page's copy is about to be put or deleted. */
  begin(thread: string): void {
    this.#changed.delete(thread);
  }

  /** The copy was put, or with `copied` undefined deleted: in step, unless the page changed meanwhile. */
  done(thread: string, copied: number | undefined): void {
    this.#isDirty = undefined;
    if (this.#changed.has(thread)) return;
    if (copied === undefined) this.#sql.exec("DELETE FROM feeds WHERE thread = ?", thread);
    else this.#sql.exec("UPDATE feeds SET copied = ? WHERE thread = ?", copied, thread);
  }
}
