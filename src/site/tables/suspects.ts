import * as z from "zod";
import type { Suspect } from "../../contract/import.ts";
import { storedComment, storedVerdict } from "../../contract/stored-comment.ts";
import type { Comment } from "../../core/comment.ts";
import type { Label } from "../../core/judging/decision.ts";
import { DAY } from "../../platform/clock.ts";
import { readStored } from "../../platform/stored.ts";
import type { CommentRow } from "./comments.ts";
import { storedSketch } from "./imports.ts";
import type { Sql } from "./sql.ts";

/** So many are kept of a site, those that disagree the most; and as many of those decided last. */
const MOST_SUSPECTS = 200;
/** So long a decision can be taken back; then the text goes. */
const KEPT_DECIDED = 7 * DAY;

/** What a person said of a suspect, and what that took away: all that an undo needs. */
export const storedDecided = z.object({
  label: z.enum(["ham", "spam"]),
  /** The sequence of its event, and when that was, milliseconds since 1970. */
  event: z.number(),
  at: z.number(),
  /** What it had taught before, its bytes in base64. */
  lesson: z.object({ bytes: z.string(), at: z.number() }).optional(),
  /** By what near texts of it were known, and where it stood among the others. */
  sketch: z.object({ value: storedSketch, place: z.number() }).optional(),
  /** The row of what readers were shown of it. */
  shown: z
    .looseObject({
      id: z.string(),
      comment: storedComment,
      verdict: storedVerdict,
      sketch: z.array(z.number()).nullable(),
    })
    .optional(),
});

/** The same as the rooms have it. */
export type Decided = Omit<z.output<typeof storedDecided>, "shown"> & {
  readonly shown?: CommentRow | undefined;
};

/** A comment of the past whose label and whose look disagree, with its text until some days after somebody has decided. */
export interface SuspectRow extends Pick<Suspect, "source" | "id" | "outcome" | "score" | "at"> {
  readonly label: Label;
  /** Whether a person had judged it there: what a filter says speaks of nobody. */
  readonly byPerson: boolean;
  readonly mail: string | null;
  readonly marks: readonly string[];
  readonly comment: Comment;
  readonly decided?: Decided | undefined;
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
  by_person: number;
  decided: string | null;
};

/** The suspects of all imports. */
export class Suspects {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** How many wait for somebody's word. */
  get size(): number {
    return this.#sql.exec<{ n: number }>("SELECT count(*) AS n FROM suspects WHERE decided IS NULL").one().n;
  }

  /** Those that wait, the most doubtful first. */
  all(limit = MOST_SUSPECTS): SuspectRow[] {
    return this.#rows("WHERE decided IS NULL ORDER BY doubt DESC, source, id LIMIT ?", limit);
  }

  /** Those whose decision can still be taken back, the last one first. */
  decided(limit: number): SuspectRow[] {
    return this.#rows("WHERE decided IS NOT NULL ORDER BY decided ->> '$.event' DESC LIMIT ?", limit);
  }

  get(source: string, id: string): SuspectRow | undefined {
    return this.#rows("WHERE source = ? AND id = ?", source, id)[0];
  }

  /** The one decided by an event. */
  ofEvent(sequence: number): SuspectRow | undefined {
    return this.#rows("WHERE decided ->> '$.event' = ?", sequence)[0];
  }

  /** An author's, by the keyed hash of her mail address. */
  of(mail: string): SuspectRow[] {
    return this.#rows("WHERE mail = ?", mail);
  }

  /** Puts suspects down; where there are too many, the least doubtful go. */
  add(rows: readonly SuspectRow[]): void {
    for (const row of worst(rows))
      this.#sql.exec(
        "INSERT OR REPLACE INTO suspects (source, id, label, outcome, score, doubt, at, mail, marks, comment, by_person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        row.byPerson ? 1 : 0,
      );
    this.#keepFirst("decided IS NULL", "doubt DESC");
  }

  /** Somebody has decided. */
  settle({ source, id }: Pick<SuspectRow, "source" | "id">, { shown, ...decided }: Decided): void {
    const stored = shown && { ...shown, sketch: shown.sketch && [...shown.sketch] };
    const json = JSON.stringify({ ...decided, shown: stored });
    this.#sql.exec("UPDATE suspects SET decided = ? WHERE source = ? AND id = ?", json, source, id);
    this.#keepFirst("decided IS NOT NULL", "decided ->> '$.event' DESC");
  }

  /** That was taken back: it waits again. */
  reopen({ source, id }: Pick<SuspectRow, "source" | "id">): void {
    this.#sql.exec("UPDATE suspects SET decided = NULL WHERE source = ? AND id = ?", source, id);
  }

  /** Lets those go whose decision has stood for some days. */
  purge(now: number): void {
    this.#sql.exec("DELETE FROM suspects WHERE decided ->> '$.at' < ?", now - KEPT_DECIDED);
  }

  #keepFirst(which: string, order: string): void {
    this.#sql.exec(
      `DELETE FROM suspects WHERE (source, id) IN
       (SELECT source, id FROM suspects WHERE ${which} ORDER BY ${order}, source, id LIMIT -1 OFFSET ${MOST_SUSPECTS})`,
    );
  }

  #rows(rest: string, ...values: SqlStorageValue[]): SuspectRow[] {
    return this.#sql
      .exec<Row>(`SELECT * FROM suspects ${rest}`, ...values)
      .toArray()
      .flatMap(rowOf);
  }
}

/** How far the look speaks against the label, log-odds. */
const doubtOf = ({ label, score }: Pick<SuspectRow, "label" | "score">): number =>
  label === "ham" ? score : -score;

const worst = (rows: readonly SuspectRow[]) =>
  [...rows].sort((a, b) => doubtOf(b) - doubtOf(a)).slice(0, MOST_SUSPECTS);

function rowOf({ doubt: _, marks, comment, by_person, decided, ...row }: Row): SuspectRow[] {
  const name = `suspect ${row.source} ${row.id}`;
  const read = readStored(comment, storedComment, name);
  const said = decided === null ? undefined : readStored(decided, storedDecided, name);
  if (!read || (decided !== null && !said)) return [];
  const whole = { ...row, byPerson: by_person === 1, marks: JSON.parse(marks), comment: read };
  return [{ ...whole, decided: said && decidedOf(said) }];
}

function decidedOf({ shown, ...said }: z.output<typeof storedDecided>): Decided {
  if (!shown) return said;
  const sketch = shown.sketch && Uint32Array.from(shown.sketch);
  return { ...said, shown: { ...shown, sketch } as unknown as CommentRow };
}
