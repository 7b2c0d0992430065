import { type MentionKind, reactionKinds } from "../../contract/webmention.ts";
import { DAY, dayOf, MINUTE } from "../../platform/clock.ts";
import type { Sql } from "./sql.ts";

/** A page elsewhere that says it mentions one of the blog's. Times in milliseconds since 1970. */
export interface Mention {
  /** Of the comment that it becomes. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** When it came last: what comes again while it is read is to be read again. */
  readonly asked: number;
  /** How often it was tried in vain. */
  readonly tries: number;
}

export type Named = Pick<Mention, "id" | "source" | "target">;

/** A page that is told of again is read again no sooner than so long after the last time; one that waits already waits no longer. */
const AGAIN = 5 * MINUTE;

type Row = { readonly [Key in keyof Mention]: Mention[Key] };

/**
 * Webmentions: which wait to be read, and what those do that were. Nothing of the pages themselves: what they say is a comment
 * like any other.
 */
export class Mentions {
  readonly #sql: Sql;
  /** When the next is due; null: none is, undefined: the rows must be read. */
  #next: number | null | undefined;
  /** How many came on a day, and of which hosts. */
  #came: { readonly day: number; all: number; readonly hosts: Map<string, number> } | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** When the next is to be read; undefined: none waits. */
  get nextDue(): number | undefined {
    if (this.#next === undefined) {
      const { due } = this.#sql.exec<{ due: number | null }>("SELECT min(due) AS due FROM mentions").one();
      this.#next = due;
    }
    return this.#next ?? undefined;
  }

  /** How many came today, of all hosts and of one. */
  cameToday(host: string, now: number): { all: number; ofHost: number } {
    const day = dayOf(now);
    if (this.#came?.day !== day) this.#came = { day, ...this.#since(day * DAY) };
    return { all: this.#came.all, ofHost: this.#came.hosts.get(host) ?? 0 };
  }

  #since(time: number): { all: number; hosts: Map<string, number> } {
    const hosts = new Map<string, number>();
    const rows = this.#sql
      .exec<{ source: string; n: number }>("SELECT source, n FROM mentions WHERE asked >= ?", time)
      .toArray();
    for (const { source, n } of rows) {
      const { host } = new URL(source);
      hosts.set(host, (hosts.get(host) ?? 0) + n);
    }
    return { all: rows.reduce((sum, { n }) => sum + n, 0), hosts };
  }

  /** How many wait to be read. */
  waiting(): number {
    return this.#sql.exec<{ n: number }>("SELECT count(*) AS n FROM mentions WHERE due IS NOT NULL").one().n;
  }

  /** One came, for the first time or again. */
  came({ id, source, target }: Named, now: number): void {
    const { host } = new URL(source);
    const { all, ofHost } = this.cameToday(host, now);
    this.#came?.hosts.set(host, ofHost + 1);
    if (this.#came) this.#came.all = all + 1;
    this.#sql.exec(
      `INSERT INTO mentions (id, source, target, kind, published, asked, n, due, tries) VALUES (?, ?, ?, NULL, NULL, ?, 1, ?, 0)
       ON CONFLICT (id) DO UPDATE SET n = CASE WHEN asked >= ? THEN n + 1 ELSE 1 END, due = coalesce(due, max(excluded.due, asked + ${AGAIN})),
       asked = excluded.asked, tries = 0`,
      id,
      source,
      target,
      now,
      now,
      dayOf(now) * DAY,
    );
    this.#next = undefined;
  }

  /** Those that are due, the longest first. */
  due(now: number, limit: number): Mention[] {
    return this.#sql
      .exec<Row>(
        "SELECT id, source, target, asked, tries FROM mentions WHERE due <= ? ORDER BY due LIMIT ?",
        now,
        limit,
      )
      .toArray();
  }

  /** It is to be tried again; `tries`: how often it was in vain. */
  later({ id, asked }: Mention, due: number, tries: number): void {
    this.#sql.exec(
      "UPDATE mentions SET due = ?, tries = ? WHERE id = ? AND asked = ?",
      due,
      tries,
      id,
      asked,
    );
    this.#next = undefined;
  }

  /** It was read: what it does, and when its page says that it was published; `kind` undefined: nothing of a mention. */
  read({ id }: Mention, kind: MentionKind | undefined, published?: number): void {
    this.#sql.exec(
      "UPDATE mentions SET kind = ?, published = ? WHERE id = ?",
      kind ?? null,
      published ?? null,
      id,
    );
  }

  /** Nothing is left to be read of it for now. */
  done({ id, asked }: Mention): void {
    this.#sql.exec("UPDATE mentions SET due = NULL, tries = 0 WHERE id = ? AND asked = ?", id, asked);
    this.#next = undefined;
  }

  /** What a comment's page does, and where it is; undefined: it is no webmention that came here. */
  of(id: string): { kind: MentionKind; source: string; published: number | null } | undefined {
    return this.#sql
      .exec<{ kind: MentionKind; source: string; published: number | null }>(
        "SELECT kind, source, published FROM mentions WHERE id = ? AND kind IS NOT NULL",
        id,
      )
      .toArray()[0];
  }

  /** Lets go what waits for nothing and is no comment, a day after it came. */
  purge(now: number): void {
    this.#sql.exec(
      `DELETE FROM mentions WHERE due IS NULL AND asked < ?
       AND NOT EXISTS (SELECT 1 FROM comments WHERE comments.id = mentions.id)`,
      now - DAY,
    );
  }
}

const REACTIONS = reactionKinds.map((kind) => `'${kind}'`).join(", ");

/** SQL: a comment that is no like or the like, of which only webmentions are looked up. */
export const HAS_WORDS = `NOT (id GLOB 'webmention:*' AND EXISTS
  (SELECT 1 FROM mentions WHERE mentions.id = comments.id AND mentions.kind IN (${REACTIONS})))`;
