import type { AbuseExample } from "./examples.ts";
import { fitAbuse, scoreOf } from "./fit.ts";

/** A row, and its score by a model that did not see it. */
export interface Judged {
  readonly example: Pick<AbuseExample, "abuse" | "blog" | "language">;
  readonly score: number;
}

/** False alarms allowed on the good comments of any language, of sources left out. */
const FALSE_ALARMS = 0.002;
/** Good comments of a language from which on its false alarms can be told. */
const ENOUGH = 200;

/**
 * Good comments of each half, and a set of abuse, by models that saw neither the half nor the set; `set` undefined: all sets
 * were seen, as the shipped model has.
 */
export function judgedOut(
  examples: readonly AbuseExample[],
  trainable: readonly AbuseExample[],
  set: string | undefined,
): Judged[] {
  return ([0, 1] as const).flatMap((half) => {
    const model = fitAbuse(trainable.filter((row) => row.source !== set && (!row.blog || row.half !== half)));
    const rows = examples.filter((row) => (row.blog ? row.half === half : row.source === set));
    return rows.map((example) => ({ example, score: scoreOf(model, example.features) }));
  });
}

/** The languages with good comments enough to tell false alarms. */
export function tellingLanguages(judged: readonly Judged[]): string[] {
  const languages = new Set(
    judged.filter(({ example }) => example.blog).map(({ example }) => example.language),
  );
  return [...languages].filter((language) => goodScores(judged, language).length >= ENOUGH).sort();
}

/** The least score from which on few enough of the good comments lie, in each language. */
export function thresholdOf(judged: readonly Judged[]): number {
  return Math.max(
    ...tellingLanguages(judged).map((language) => {
      const scores = goodScores(judged, language).sort((a, b) => a - b);
      return scores[Math.min(scores.length - 1, Math.ceil(scores.length * (1 - FALSE_ALARMS)))] as number;
    }),
  );
}

/** The share from the threshold on of rows with or without abuse; null: there are none. */
export function flaggedShare(judged: readonly Judged[], abuse: boolean, threshold: number): number | null {
  const own = judged.filter(({ example }) => !example.blog && example.abuse === abuse);
  return own.length === 0 ? null : own.filter(({ score }) => score >= threshold).length / own.length;
}

/** The scores of a language's good comments. */
export function goodScores(judged: readonly Judged[], language: string): number[] {
  const own = judged.filter(({ example }) => example.blog && example.language === language);
  return own.map(({ score }) => score);
}
