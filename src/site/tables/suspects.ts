import type { Suspect } from "../../contract/import.ts";
import { storedComment } from "../../contract/stored-comment.ts";
import type { Comment } from "../../core/comment.ts";
import type { Label } from "../../core/judging/decision.ts";
import { readStored } from "../../platform/stored.ts";
import type { Sql } from "./sql.ts";

/** So many are kept of a site, those that disagree the most. */
const MOST_SUSPECTS = 200;

/** A comment of the past whose label and whose look disagree, with its text until somebody has decided. */
export interface SuspectRow extends Pick<Suspect, "source" | "id" | "outcome" | "score" | "at"> {
  readonly label: Label;
  readonly mail: string | null;
  readonly marks: readonly string[];
  readonly comment: Comment;
}

type Row = {
  source: string;
  id: string;
  label: Label;
  outcome: Suspect["outcome"];
  score: number;
  doubt: number;
  at: number;
  mail: string | null;
  marks: string;
  comment: string;
};

/** The suspects of all imports. */
export class Suspects {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get size(): number {
    return this.#sql.exec<{ n: number }>("SELECT count(*) AS n FROM suspects").one().n;
  }

  /** The most doubtful first. */
  all(limit = MOST_SUSPECTS): SuspectRow[] {
    return this.#sql
      .exec<Row>("SELECT * FROM suspects ORDER BY doubt DESC, source, id LIMIT ?", limit)
      .toArray()
      .flatMap(rowOf);
  }

  get(source: string, id: string): SuspectRow | undefined {
    return this.#sql
      .exec<Row>("SELECT * FROM suspects WHERE source = ? AND id = ?", source, id)
      .toArray()
      .flatMap(rowOf)[0];
  }

  /** An author's, by the keyed hash of her mail address. */
  of(mail: string): SuspectRow[] {
    return this.#sql.exec<Row>("SELECT * FROM suspects WHERE mail = ?", mail).toArray().flatMap(rowOf);
  }

  /** Puts suspects down; where there are too many, the least doubtful go. */
  add(rows: readonly SuspectRow[]): void {
    for (const row of worst(rows))
      this.#sql.exec(
        "INSERT OR REPLACE INTO suspects (source, id, label, outcome, score, doubt, at, mail, marks, comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.source,
        row.id,
        row.label,
        row.outcome,
        row.score,
        doubtOf(row),
        row.at,
        row.mail,
        JSON.stringify(row.marks),
        JSON.stringify(row.comment),
      );
    this.#sql.exec(
      `DELETE FROM suspects WHERE (source, id) IN
       (SELECT source, id FROM suspects ORDER BY doubt DESC, source, id LIMIT -1 OFFSET ${MOST_SUSPECTS})`,
    );
  }

  remove(source: string, id: string): void {
    this.#sql.exec("DELETE FROM suspects WHERE source = ? AND id = ?", source, id);
  }
}

/** How far the look speaks against the label, log-odds. */
const doubtOf = ({ label, score }: Pick<SuspectRow, "label" | "score">): number =>
  label === "ham" ? score : -score;

const worst = (rows: readonly SuspectRow[]) =>
  [...rows].sort((a, b) => doubtOf(b) - doubtOf(a)).slice(0, MOST_SUSPECTS);

function rowOf({ doubt: _, marks, comment, ...row }: Row): SuspectRow[] {
  const read = readStored(comment, storedComment, `suspect ${row.source} ${row.id}`);
  return read ? [{ ...row, marks: JSON.parse(marks), comment: read }] : [];
}
