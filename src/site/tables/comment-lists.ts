import type { ListRequest } from "../../contract/search.ts";
import type { Counts } from "../../contract/views.ts";
import { COLUMNS, type CommentRow, decode, decodeTrait, type Stored, type TraitRow } from "./comment-row.ts";
import { conditions } from "./filter.ts";
import { readable, type Sql } from "./sql.ts";

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

  /** The newest comments of a place, to be compared with one. */
  newest(status: "published" | "spam", limit: number): TraitRow[] {
    return this.#traits("status = ? AND blatant = 0 ORDER BY arrived DESC LIMIT ?", status, limit);
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
    return readable(
      this.#sql
        .exec<Stored>(
          `SELECT ${COLUMNS} FROM comments WHERE ${sql} ORDER BY arrived DESC, id LIMIT ?`,
          ...values,
          limit,
        )
        .toArray(),
      decode,
      "comments",
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
