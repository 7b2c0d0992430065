import type { HistoryPlace } from "../../contract/history.ts";
import type { ListRequest } from "../../contract/search.ts";
import type { Counts } from "../../contract/views.ts";
import type { Comment } from "../../core/comment.ts";
import type { Status } from "../../core/judging/decision.ts";
import { COLUMNS, type CommentRow, decode, sketchOf } from "./comments.ts";
import { conditions } from "./filter.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

/** Where a list goes on: its sort key and id, in one opaque word. */
const cursorOf = (key: number, id: string) => `${key}:${id}`;

function readPlace(cursor: string): { key: number; id: string } | undefined {
  const at = cursor.indexOf(":");
  const key = Number(cursor.slice(0, at));
  return at > 0 && Number.isFinite(key) ? { key, id: cursor.slice(at + 1) } : undefined;
}

const orders = {
  oldest: { key: "arrived", direction: "ASC" },
  newest: { key: "arrived", direction: "DESC" },
  /** Nearest to even odds first. */
  doubtful: { key: "abs(score)", direction: "ASC" },
  riskiest: { key: "score", direction: "DESC" },
} as const;

/** What an author is known by: the mail address's keyed hash; else the name, with the network's prefix if there was one. */
export interface AuthorKey {
  readonly mail: string | null;
  readonly prefix: string | null;
  readonly name: string | null;
}

/** What a row tells of its likeness to others. */
export interface TraitRow {
  readonly id: string;
  readonly revision: number;
  readonly exact: string | null;
  readonly sketch: Uint32Array | null;
  readonly mail: string | null;
  readonly prefix: string | null;
  readonly name: string | null;
  readonly comment: Pick<Comment, "content" | "format" | "post" | "author">;
}

/** What a row tells of its likeness to others. */
function decodeTrait(row: Stored): TraitRow & { readonly arrived: number } {
  const comment: TraitRow["comment"] = JSON.parse(row.comment as string);
  return {
    id: row.id as string,
    revision: row.revision as number,
    arrived: row.arrived as number,
    exact: row.exact as string | null,
    sketch: sketchOf(row),
    mail: row.mail as string | null,
    prefix: row.prefix as string | null,
    name: comment.author.name ?? null,
    comment,
  };
}

/** Comments by place, by condition, by author. Nothing is written for any of it: there is no index but the place. */
export class CommentLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** A page of comments; stable while others arrive, as it goes on from the last one's sort key. `without`: ids left out. */
  page(
    { status, sort, cursor, limit, filter = [] }: ListRequest,
    without: readonly string[] = [],
  ): { rows: CommentRow[]; next: string | undefined } {
    const { key, direction } = orders[sort];
    const after = cursor === undefined ? undefined : readPlace(cursor);
    const where = [{ sql: place(status), values: [] as (string | number)[] }, ...conditions(filter)];
    if (after) {
      const sql = `(${key}, id) ${direction === "ASC" ? ">" : "<"} (?, ?)`;
      where.push({ sql, values: [after.key, after.id] });
    }
    if (without.length > 0)
      where.push({
        sql: "id NOT IN (SELECT value FROM json_each(?))",
        values: [JSON.stringify(without)],
      });
    const stored = this.#sql
      .exec<Stored & { sort: number }>(
        `SELECT ${COLUMNS}, ${key} AS sort FROM comments WHERE ${where.map(({ sql }) => sql).join(" AND ")}
         ORDER BY ${key} ${direction}, id ${direction} LIMIT ?`,
        ...where.flatMap(({ values }) => values),
        limit + 1,
      )
      .toArray();
    const page = stored.slice(0, limit);
    const last = page.at(-1);
    const next = stored.length > limit && last ? cursorOf(last.sort, last.id as string) : undefined;
    return { rows: readable(page, decode, "comments"), next };
  }

  /** How many comments meet the conditions. Reads every comment of the place. */
  count({ status, filter = [] }: Pick<ListRequest, "status" | "filter">): number {
    const where = [{ sql: place(status), values: [] }, ...conditions(filter)];
    return this.#sql
      .exec<{ n: number }>(
        `SELECT count(*) AS n FROM comments WHERE ${where.map(({ sql }) => sql).join(" AND ")}`,
        ...where.flatMap(({ values }) => values),
      )
      .one().n;
  }

  /** What waits longest, as far as it is compared with each other. */
  waiting(limit: number): (TraitRow & { readonly arrived: number })[] {
    return this.#traits("status = 'pending' AND blatant = 0 ORDER BY arrived, id LIMIT ?", limit);
  }

  /** Of these ids, those that wait. */
  waitingAmong(ids: readonly string[]): (TraitRow & { readonly arrived: number })[] {
    const some = ids.slice(0, 90);
    if (some.length === 0) return [];
    const found = this.#traits(`status = 'pending' AND id IN (${some.map(() => "?").join(", ")})`, ...some);
    return [...found, ...this.waitingAmong(ids.slice(90))];
  }

  #traits(where: string, ...values: SqlStorageValue[]) {
    return readable(
      this.#sql
        .exec<Stored>(
          `SELECT id, revision, arrived, exact, sketch, mail, prefix, comment FROM comments WHERE ${where}`,
          ...values,
        )
        .toArray(),
      decodeTrait,
      "comments",
    );
  }

  /** The newest comments of an author. */
  byAuthor(author: AuthorKey, limit: number): CommentRow[] {
    const { sql, values } = written(author);
    return this.#rows(`WHERE ${sql} ORDER BY arrived DESC, id LIMIT ?`, ...values, limit);
  }

  /** The newest comments with this author's name and mail and this content, whatever their post. Reads every row: for a report of an unknown id. */
  alike(
    { mail, comment }: Pick<CommentRow, "comment"> & { readonly mail?: string | undefined },
    limit: number,
  ): CommentRow[] {
    return this.#rows(
      `WHERE mail IS ? AND comment ->> '$.author.name' IS ?
         AND comment ->> '$.content' = ? ORDER BY arrived DESC LIMIT ?`,
      mail ?? null,
      comment.author.name ?? null,
      comment.content,
      limit,
    );
  }

  /** The next comments after an id: by the table's own order, so that all can be read at the cost of one reading. */
  byId(after: string, limit: number): CommentRow[] {
    return this.#rows("WHERE id > ? ORDER BY id LIMIT ?", after, limit);
  }

  /** The newest comments before a place in the history. */
  before(place: HistoryPlace | undefined, limit: number): CommentRow[] {
    const { at, name } = place ?? { at: Number.MAX_SAFE_INTEGER, name: "" };
    return this.#rows(
      `WHERE (arrived, 'c' || id) < (?, ?) ORDER BY arrived DESC, id DESC LIMIT ?`,
      at,
      name,
      limit,
    );
  }

  /** The newest comments that people called spam or let through. */
  decidedByPeople(limit: number): Pick<CommentRow, "status" | "verdict">[] {
    return this.#sql
      .exec<{ status: Status; verdict: string }>(
        `SELECT status, verdict FROM comments WHERE decisions <> '[]' AND status IN ('published', 'spam')
         ORDER BY arrived DESC LIMIT ?`,
        limit,
      )
      .toArray()
      .map(({ status, verdict }) => ({ status, verdict: JSON.parse(verdict) }));
  }

  /** The newest comments that the filter rejected, or would have, and a person published. */
  saved(limit: number): CommentRow[] {
    return this.#rows(
      `WHERE status = 'published' AND decisions <> '[]'
           AND coalesce(verdict ->> '$.would', outcome) = 'reject' ORDER BY arrived DESC LIMIT ?`,
      limit,
    );
  }

  /** Spam that a rule rejects, whatever the score, and that nobody has decided on: the oldest first, after a comment. */
  rejectedByRule(after: Pick<CommentRow, "arrived" | "id"> | undefined, limit: number): CommentRow[] {
    return this.#rows(
      `WHERE status = 'spam' AND blatant = 0 AND decisions = '[]' AND (arrived, id) > (?, ?)
         AND instr(verdict ->> '$.policy', '"effect":"reject"') ORDER BY arrived, id LIMIT ?`,
      after?.arrived ?? 0,
      after?.id ?? "",
      limit,
    );
  }

  /** How many comments of an author are where, when the first and the last came, and under which names. */
  authorFigures(author: AuthorKey): { counts: Counts; first: number; last: number; names: string[] } {
    const { sql, values } = written(author);
    const figures = this.#sql
      .exec<Record<keyof Counts | "first" | "last", number> & { names: string }>(
        `SELECT ${(["pending", "published", "spam", "discarded"] as const)
          .map((status) => `count(*) FILTER (WHERE status = '${status}') AS ${status}`)
          .join(", ")},
           min(arrived) AS first, max(arrived) AS last,
           json_group_array(DISTINCT comment ->> '$.author.name') AS names FROM comments WHERE ${sql}`,
        ...values,
      )
      .one();
    const { first, last, names, ...counts } = figures;
    const given = (JSON.parse(names) as (string | null)[]).filter((name) => name !== null);
    return { counts, first, last, names: given.sort().slice(0, MOST_NAMES) };
  }

  #rows(rest: string, ...values: SqlStorageValue[]): CommentRow[] {
    const rows = this.#sql.exec<Stored>(`SELECT ${COLUMNS} FROM comments ${rest}`, ...values).toArray();
    return readable(rows, decode, "comments");
  }
}

const MOST_NAMES = 20;

function written({ mail, prefix, name }: AuthorKey): { sql: string; values: (string | null)[] } {
  if (mail !== null) return { sql: "mail = ?", values: [mail] };
  const named = "mail IS NULL AND comment ->> '$.author.name' IS ?";
  return prefix === null
    ? { sql: named, values: [name] }
    : { sql: `prefix = ? AND ${named}`, values: [prefix, name] };
}

/** Only spam can be blatant, so every other status is read by the index. */
function place(status: ListRequest["status"]): string {
  if (status === "all") return "1";
  return status === "spam" ? "status = 'spam'" : `status = '${status}' AND blatant = 0`;
}
