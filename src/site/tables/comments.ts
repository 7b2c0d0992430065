import type { AkismetOrigin } from "../../contract/intake.ts";
import type { SystemOrigin } from "../../contract/integration.ts";
import type { Counts } from "../../contract/views.ts";
import type { Comment } from "../../core/comment.ts";
import { type Status, statuses } from "../../core/judging/decision.ts";
import { ruleOf, type StoredRule } from "../../core/judging/old-rule.ts";
import type { Outcome, Verdict } from "../../core/judging/verdict.ts";
import type { Trace } from "../../core/memory/recent.ts";
import { traces } from "./remembered-row.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

/** A comment's row, decoded. Times in milliseconds since 1970. */
export interface CommentRow {
  readonly id: string;
  readonly revision: number;
  readonly status: Status;
  readonly blatant: boolean;
  readonly arrived: number;
  readonly settled: number;
  readonly outcome: Outcome;
  readonly hash: string;
  readonly mail: string | null;
  readonly network: string | null;
  readonly prefix: string | null;
  readonly browser: string | null;
  readonly exact: string | null;
  readonly sketch: Uint32Array | null;
  readonly comment: Comment;
  readonly verdict: Verdict & { readonly would?: Outcome };
  readonly decisions: readonly number[];
  readonly events: readonly number[];
  readonly akismet: AkismetOrigin | null;
  readonly origin: SystemOrigin | null;
  readonly thread: string | null;
}

/** The columns of a comment, in the order of `encode`. */
export const COLUMNS =
  "id, revision, status, blatant, arrived, settled, outcome, score, hash, mail, network, prefix, browser, exact, sketch, comment, verdict, decisions, events, akismet, origin, thread";

/** What begins the hash of a comment of the blog's past that is kept for readers: its history judged and counted it. */
export const KEPT = "import:";

/** SQL: a comment that came here. */
export const CAME = `hash NOT GLOB '${KEPT}*'`;

/** A row's values, in the order of `COLUMNS`. */
export function encode(row: CommentRow): SqlStorageValue[] {
  return [
    row.id,
    row.revision,
    row.status,
    row.blatant ? 1 : 0,
    row.arrived,
    row.settled,
    row.outcome,
    row.verdict.score,
    row.hash,
    row.mail,
    row.network,
    row.prefix,
    row.browser,
    row.exact,
    (row.sketch?.slice().buffer as ArrayBuffer | undefined) ?? null,
    JSON.stringify(row.comment),
    JSON.stringify(row.verdict),
    JSON.stringify(row.decisions),
    JSON.stringify(row.events),
    row.akismet && JSON.stringify(row.akismet),
    row.origin && JSON.stringify(row.origin),
    row.thread,
  ];
}

/** What the filter judged, whatever was answered: in log-only mode everything is published. */
export const judgedOutcome = ({ verdict }: Pick<CommentRow, "verdict">): Outcome =>
  verdict.would ?? verdict.outcome;

/** The row again. Its JSON was checked where it came from, at intake or at a restore: here it costs each comment read. */
export function decode(row: Stored): CommentRow {
  return {
    id: row.id as string,
    revision: row.revision as number,
    status: row.status as Status,
    blatant: row.blatant === 1,
    arrived: row.arrived as number,
    settled: row.settled as number,
    outcome: row.outcome as Outcome,
    hash: row.hash as string,
    mail: row.mail as string | null,
    network: row.network as string | null,
    prefix: row.prefix as string | null,
    browser: row.browser as string | null,
    exact: row.exact as string | null,
    sketch: sketchOf(row),
    comment: JSON.parse(row.comment as string),
    verdict: verdictOf(row.verdict as string),
    decisions: JSON.parse(row.decisions as string),
    events: JSON.parse(row.events as string),
    akismet: row.akismet === null ? null : JSON.parse(row.akismet as string),
    origin: row.origin === null ? null : JSON.parse(row.origin as string),
    thread: row.thread as string | null,
  };
}

/** Rules of earlier versions do not name their kind. */
function verdictOf(stored: string): CommentRow["verdict"] {
  const verdict: CommentRow["verdict"] & { readonly policy: readonly StoredRule[] } = JSON.parse(stored);
  return verdict.policy.length === 0 ? verdict : { ...verdict, policy: verdict.policy.map(ruleOf) };
}

export const sketchOf = ({ sketch }: Stored): Uint32Array | null =>
  sketch instanceof ArrayBuffer ? new Uint32Array(sketch) : null;

/** The comments of one site. */
export class Comments {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get(id: string): CommentRow | undefined {
    const [row] = this.#sql.exec<Stored>(`SELECT ${COLUMNS} FROM comments WHERE id = ?`, id).toArray();
    return row && decode(row);
  }

  insert(row: CommentRow): void {
    this.#sql.exec(
      `INSERT INTO comments (${COLUMNS}) VALUES (${marks(COLUMNS.split(", ").length)})`,
      ...encode(row),
    );
  }

  /** An edit: new content under the same id. */
  replace(row: CommentRow): void {
    const [id, ...values] = encode(row);
    const sets = COLUMNS.split(", ")
      .slice(1)
      .map((column) => `${column} = ?`);
    this.#sql.exec(`UPDATE comments SET ${sets.join(", ")} WHERE id = ?`, ...values, id as SqlStorageValue);
  }

  /** A decision: only what it changes is written, as each index entry touched is a row. */
  settle(row: Pick<CommentRow, "id" | "revision" | "status" | "settled" | "decisions" | "events">): void {
    this.#sql.exec(
      "UPDATE comments SET revision = ?, status = ?, blatant = 0, settled = ?, decisions = ?, events = ? WHERE id = ?",
      row.revision,
      row.status,
      row.settled,
      JSON.stringify(row.decisions),
      JSON.stringify(row.events),
      row.id,
    );
  }

  remove(id: string): void {
    this.#sql.exec("DELETE FROM comments WHERE id = ?", id);
  }

  /** Ids of comments whose hash begins so. Reads every row. */
  withHash(beginning: string): string[] {
    const rows = this.#sql.exec<{ id: string }>(
      "SELECT id FROM comments WHERE instr(hash, ?) = 1",
      beginning,
    );
    return rows.toArray().map(({ id }) => id);
  }

  /** Of these ids, the rows that wait for a person. */
  pending(ids: readonly string[]): CommentRow[] {
    return chunks(ids, 100).flatMap((some) =>
      this.#rows(`WHERE status = 'pending' AND id IN (${marks(some.length)})`, ...some),
    );
  }

  /**
   * The newest comments of a status, for the memory of recent ones; blatant spam is left out. `hosts` are the blog's own: where
   * a comment links to is read of those that came later than `since`.
   */
  recent(status: Status, limit: number, hosts: readonly string[], since: number): Trace[] {
    return readable(
      this.#sql
        .exec<Stored>(
          `SELECT id, arrived, status, hash, exact, sketch, mail, prefix, decisions <> '[]' AS decided,
           earlier, comment ->> '$.post.url' AS post, comment ->> '$.parent.id' AS parent, comment ->> '$.author.name' AS name,
           CASE WHEN arrived > ? AND verdict ->> '$.payload' LIKE '%link%' THEN comment END AS linking
         FROM comments WHERE blatant = 0 AND status = ? ORDER BY arrived DESC LIMIT ?`,
          since,
          status,
          limit,
        )
        .toArray(),
      (row) => traces(row, hosts),
      "comments",
    ).flat();
  }

  /** When the last comment came, spam beyond doubt apart; null: there is none. */
  newest(): number | null {
    const times = statuses.flatMap((status) =>
      this.#sql
        .exec<{ at: number | null }>(
          "SELECT max(arrived) AS at FROM comments WHERE blatant = 0 AND status = ?",
          status,
        )
        .toArray()
        .flatMap(({ at }) => at ?? []),
    );
    return times.length === 0 ? null : Math.max(...times);
  }

  /** How many comments are where. Reads every index entry and every blatant row: ask once, then keep count. */
  counts(): Counts {
    const counts = { pending: 0, published: 0, spam: 0, discarded: 0 };
    for (const row of this.#sql
      .exec<{ status: Status; n: number }>(
        `SELECT status, count(*) AS n FROM comments WHERE blatant = 0 GROUP BY status
       UNION ALL SELECT 'spam', count(*) FROM comments WHERE blatant = 1`,
      )
      .toArray())
      counts[row.status] += row.n;
    return counts;
  }

  #rows(rest: string, ...values: SqlStorageValue[]): CommentRow[] {
    const rows = this.#sql.exec<Stored>(`SELECT ${COLUMNS} FROM comments ${rest}`, ...values).toArray();
    return readable(rows, decode, "comments");
  }
}

const marks = (n: number) => Array(n).fill("?").join(", ");

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
