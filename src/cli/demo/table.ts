import type { Answer } from "../../contract/verdict.ts";

const REASONS = 3;
const TEXT = 34;
/** Scripts whose characters take two columns. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
/** Nothing that a terminal would act on. */
const ACTING = /[\p{Cc}\p{Cf}]/gu;

const width = (text: string) => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

/** A text cut or filled to so many columns. */
export function column(text: string, columns: number): string {
  let cut = "";
  for (const character of text.replace(ACTING, " ")) {
    if (width(cut + character) > columns) break;
    cut += character;
  }
  return cut + " ".repeat(columns - width(cut));
}

/** One line of the table: outcome, probability, reasons, start of the text. */
export function line(about: string, content: string, answer: Answer): string {
  const hits = answer.hits.filter((hit) => hit.signal !== "baseline").slice(0, REASONS);
  const flags = [...answer.abuse.hits.map((hit) => hit.signal), ...answer.policy.map(({ rule }) => rule)];
  const reasons = [
    ...flags,
    ...hits.map((hit) => `${hit.signal} ${hit.points > 0 ? "+" : ""}${hit.points.toFixed(1)}`),
  ];
  const outcome = answer.blatant ? "reject !" : answer.outcome;
  return [
    column(outcome, 8),
    answer.probability.toFixed(3),
    column(about, 20),
    column(content, TEXT),
    reasons.slice(0, REASONS).join(", "),
  ].join("  ");
}
