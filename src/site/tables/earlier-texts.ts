import * as z from "zod";
import { readStored } from "../../platform/stored.ts";
import type { Sql } from "./sql.ts";

/** Edits of a comment whose texts are kept, the last ones, and how much of each, UTF-16 units. */
const MOST = 5;
const LONGEST = 4_000;

const stored = z.array(z.object({ until: z.number(), text: z.string() }));

/** A text that stood until an edit; `until` is the sequence of the edit's event. */
export type EarlierText = Readonly<z.output<typeof stored>[number]>;

/** The texts that edits replaced: what was decided before was decided on them. They go with their comment. */
export class EarlierTexts {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The oldest first. */
  of(comment: string): readonly EarlierText[] {
    const [row] = this.#sql
      .exec<{ earlier: string | null }>("SELECT earlier FROM comments WHERE id = ?", comment)
      .toArray();
    return row?.earlier ? (readStored(row.earlier, stored, "earlier texts") ?? []) : [];
  }

  keep(comment: string, text: string, until: number): void {
    const kept = [...this.of(comment), { until, text: text.slice(0, LONGEST) }].slice(-MOST);
    this.#sql.exec("UPDATE comments SET earlier = ? WHERE id = ?", JSON.stringify(kept), comment);
  }
}
