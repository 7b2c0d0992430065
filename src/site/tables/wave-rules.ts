import type { WaveRule } from "../../contract/wave-rule.ts";
import { DAY } from "../../platform/clock.ts";
import { COLUMNS, type CommentRow, decode } from "./comments.ts";
import type { Meta } from "./meta.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

/**
 * Rules that decide later ones of waves, the oldest first, in one row. What a rule decided stands in the comments' own verdicts: they
 * are counted when somebody first asks, then kept count of.
 */
export class WaveRules {
  readonly #sql: Sql;
  readonly #meta: Meta;
  readonly #counts = new Map<string, number>();
  #rules: readonly WaveRule[] | undefined;

  constructor(sql: Sql, meta: Meta) {
    this.#sql = sql;
    this.#meta = meta;
  }

  /** Those that stand at a time. */
  standing(now: number): readonly WaveRule[] {
    this.#rules ??= this.#meta.waves;
    return this.#rules.filter(({ until }) => until > now);
  }

  /** Keeps these alone. */
  keep(rules: readonly WaveRule[]): void {
    this.#rules = rules;
    this.#meta.waves = rules;
  }

  /** What is held in memory is read anew. */
  reload(): void {
    this.#rules = undefined;
    this.#counts.clear();
  }

  /** A comment came, and may have been decided by one of them. What is spam beyond doubt needed none. */
  caught({ blatant, verdict }: Pick<CommentRow, "blatant" | "verdict">): void {
    if (blatant) return;
    for (const { kind, entry = "" } of verdict.policy) {
      const known = kind === "wave" ? this.#counts.get(entry) : undefined;
      if (known !== undefined) this.#counts.set(entry, known + 1);
    }
  }

  /** How many comments a rule has decided, of those that are kept. Reads what came since it was made, once. */
  count(id: string): number {
    const known = this.#counts.get(id) ?? this.#countNow(id);
    this.#counts.set(id, known);
    return known;
  }

  /** Comments that a rule decided and no person since, the oldest first; `after`: time and id of the last of those before. */
  decidedBy(id: string, after: string | undefined, limit: number): CommentRow[] {
    const [, arrived = since(id), last = ""] = /^(\d+) (.*)$/.exec(after ?? "") ?? [];
    const rows = this.#sql
      .exec<Stored>(
        `SELECT ${COLUMNS} FROM comments WHERE blatant = 0 AND status IN ('spam', 'discarded') AND (arrived, id) > (?, ?)
           AND decisions = '[]' AND instr(verdict, ?) ORDER BY arrived, id LIMIT ?`,
        Number(arrived),
        last,
        mark(id),
        limit,
      )
      .toArray();
    return readable(rows, decode, "comments");
  }

  /** How many of them are where the rule put them, and no person decided on them since. */
  left(id: string): number {
    return this.#countNow(id, "status IN ('spam', 'discarded') AND decisions = '[]'");
  }

  #countNow(id: string, which = "status IN ('pending', 'published', 'spam', 'discarded')"): number {
    return this.#sql
      .exec<{ n: number }>(
        `SELECT count(*) AS n FROM comments WHERE blatant = 0 AND ${which} AND arrived >= ? AND instr(verdict, ?)`,
        since(id),
        mark(id),
      )
      .one().n;
  }
}

/** A comment may have come before the rule was made, and have been kept elsewhere while the site did not answer. */
const since = (id: string): number => Number(id.slice(0, id.indexOf("-"))) - DAY;

/** How the rule stands in a stored verdict; in texts quotation marks are escaped. */
const mark = (id: string): string => `"kind":"wave","entry":"${id}"`;
