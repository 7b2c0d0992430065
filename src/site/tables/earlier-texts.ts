import * as z from "zod";
import type { Witness } from "../../core/memory/reputation.ts";
import { readStored } from "../../platform/stored.ts";
import type { Sql } from "./sql.ts";

/** Edits of a comment whose texts are kept, the last ones, and how much of each, UTF-16 units. */
const MOST = 5;
const LONGEST = 4_000;

/** Whom and what a decision on a comment speaks of. Hashes are keyed. */
const witness = z.object({
  mail: z.string().nullable(),
  marks: z.array(z.string()),
  domains: z.array(z.string()),
  /** It had come twice. */
  double: z.boolean(),
}) satisfies z.ZodType<Witness>;

const stored = z.array(
  z.object({
    until: z.number(),
    text: z.string(),
    /** There if a person had decided on it. */
    witness: witness.optional(),
    /** There if she had called it spam: by what it is known again. */
    spam: z.object({ exact: z.string(), sketch: z.array(z.number()) }).optional(),
  }),
);

/** A text that stood until an edit; `until` is the sequence of the edit's event. */
export type EarlierText = Readonly<Omit<z.output<typeof stored>[number], "witness">> & {
  readonly witness?: Witness | undefined;
};

export const readEarlier = (json: string | null): readonly EarlierText[] =>
  json === null ? [] : (readStored(json, stored, "earlier texts") ?? []);

/** What stood at the time of an event; undefined: what stands now. */
export const earlierAt = (texts: readonly EarlierText[], sequence: number): EarlierText | undefined =>
  texts.find(({ until }) => sequence < until);

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
    return readEarlier(row?.earlier ?? null);
  }

  /** Beyond the last ones those stay on which a person had decided. */
  keep(comment: string, text: EarlierText): void {
    const all = [...this.of(comment), { ...text, text: text.text.slice(0, LONGEST) }];
    const kept = all.filter(({ witness }, i) => i >= all.length - MOST || witness !== undefined);
    this.#sql.exec("UPDATE comments SET earlier = ? WHERE id = ?", JSON.stringify(kept), comment);
  }
}
