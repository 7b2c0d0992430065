import { auc } from "../../cli/replay/auc.ts";
import type { Scored } from "./evaluate.ts";

/** How the day-one filter does in one language, each source scored by a model that never saw it. */
interface LanguageFigures {
  readonly language: string;
  readonly spam: number;
  readonly sources: number;
  readonly ham: number;
  readonly auc: number | null;
  /** Good comments held and rejected, of all. */
  readonly held: number;
  readonly rejected: number;
  /** Spam that is published, with something to follow and without. */
  readonly withPayload: Published;
  readonly bare: Published;
}

/** So many of all. */
interface Published {
  readonly published: number;
  readonly of: number;
}

/** Log-odds below which is published what holds nothing to follow, and what does; above the last is rejected. */
export interface Limits {
  readonly bare: number;
  readonly payload: number;
  readonly reject: number;
}

/** A row of the table for each language with any of both classes, the most spam first. Priors of the first day are included. */
export function byLanguage(scored: readonly Scored[], limits: Limits): LanguageFigures[] {
  const languages = [...new Set(scored.map(({ language }) => language))];
  const rows = languages.map((language) => {
    const own = scored.filter((row) => row.language === language);
    const spam = own.filter((row) => row.spam);
    const ham = own.filter((row) => !row.spam);
    const total = ({ score, priors }: Scored) => score + priors;
    const published = (row: Scored) => total(row) < (row.payload ? limits.payload : limits.bare);
    const rejected = (row: Scored) => total(row) > limits.reject;
    const of = (rows: readonly Scored[]) => ({ published: rows.filter(published).length, of: rows.length });
    return {
      language,
      spam: spam.length,
      sources: new Set(spam.map(({ source }) => source)).size,
      ham: ham.length,
      auc: auc(own.map((row) => ({ spam: row.spam, score: total(row) }))),
      held: ham.filter((row) => !published(row) && !rejected(row)).length,
      rejected: ham.filter(rejected).length,
      withPayload: of(spam.filter(({ payload }) => payload)),
      bare: of(spam.filter(({ payload }) => !payload)),
    };
  });
  return rows.filter(({ spam }) => spam > 0).sort((a, b) => b.spam - a.spam);
}

export const LANGUAGE_HEAD =
  "| language | AUC | spam, sources | of it with a payload, published | without one, published | ham | held | rejected |\n|---|---|---|---|---|---|---|---|";

/** A row as text. */
export function languageRow(figures: LanguageFigures): string {
  const { language, spam, sources, withPayload, bare, ham, held, rejected } = figures;
  const count = ({ published, of }: Published) => `${published} of ${of}`;
  const cells = [
    language,
    figures.auc?.toFixed(3) ?? "–",
    `${spam}, ${sources}`,
    count(withPayload),
    count(bare),
    ham,
    held,
    rejected,
  ];
  return `| ${cells.join(" | ")} |`;
}
