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
  /** Spam with something to follow that is published. */
  readonly withPayload: number;
  readonly published: number;
}

/** Log-odds below which is published what holds nothing to follow, and what does; above the last is rejected. */
export interface Limits {
  readonly bare: number;
  readonly payload: number;
  readonly reject: number;
}

/** A row of the table for each language with any of both classes, the most spam first. */
export function byLanguage(scored: readonly Scored[], limits: Limits): LanguageFigures[] {
  const languages = [...new Set(scored.map(({ language }) => language))];
  const rows = languages.map((language) => {
    const own = scored.filter((row) => row.language === language);
    const spam = own.filter((row) => row.spam);
    const ham = own.filter((row) => !row.spam);
    const published = ({ payload, score }: Scored) => score < (payload ? limits.payload : limits.bare);
    const rejected = ({ score }: Scored) => score > limits.reject;
    const withPayload = spam.filter(({ payload }) => payload);
    return {
      language,
      spam: spam.length,
      sources: new Set(spam.map(({ source }) => source)).size,
      ham: ham.length,
      auc: auc(own),
      held: ham.filter((row) => !published(row) && !rejected(row)).length,
      rejected: ham.filter(rejected).length,
      withPayload: withPayload.length,
      published: withPayload.filter(published).length,
    };
  });
  return rows.filter(({ spam }) => spam > 0).sort((a, b) => b.spam - a.spam);
}
