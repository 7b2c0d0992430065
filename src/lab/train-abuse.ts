import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../cli/command.ts";
import type { StoredAbuseModel } from "../core/abuse/model.ts";
import { packSigned } from "../core/classifier/packing.ts";
import { ABUSE, type AbuseExample, abuseExamples, FOREIGN_ABUSE } from "./abuse/examples.ts";
import { fitAbuse, STEP, scoreOf, stepsOf } from "./abuse/fit.ts";
import { corpusFiles } from "./training/sources.ts";

const MODEL = join(import.meta.dirname, "../core/abuse/model.json");
/** False alarms allowed on the good comments of any language, of sources left out. */
const FALSE_ALARMS = 0.002;
/** Good comments of a language from which on its false alarms can be told. */
const ENOUGH = 200;

command({
  call: "npm run train:abuse",
  about: `Trains the model of abuse on the corpora beside the project, writes src/core/abuse/model.json, and prints what it finds in
sources that it did not see.`,
  examples: ["npm run train:abuse"],
  exits: { 0: "the model is new", 1: "the corpora are not there; nothing was trained" },
});

const files = corpusFiles();
if (files.length === 0) {
  console.error("The corpora are not beside the project; nothing was trained.");
  process.exit(1);
}
const examples = abuseExamples(files);
const trainable = examples.filter(({ source, abuse }) => !(abuse && FOREIGN_ABUSE[source] !== undefined));
const judged = [...ABUSE.flatMap(leftOut), ...foreign()];

/** The highest that any language needs. */
const threshold = Math.max(
  ...languages()
    .map((language) => good(language))
    .filter((scores) => scores.length >= ENOUGH)
    .map((scores) => quantile(scores, 1 - FALSE_ALARMS)),
);
const measured: Record<string, unknown> = {};
for (const source of [...ABUSE, ...Object.keys(FOREIGN_ABUSE)]) {
  const rows = judged.filter((row) => row.example.source === source);
  measured[source] = { recall: flagged(rows, true), falseAlarms: flagged(rows, false) };
  console.log(
    `${source.padEnd(26)} found ${percent(flagged(rows, true))}  false alarms ${percent(flagged(rows, false))}`,
  );
}
for (const language of languages()) {
  const scores = good(language);
  if (scores.length < ENOUGH) continue;
  const share = scores.filter((score) => score >= threshold).length / scores.length;
  measured[`good comments, ${language}`] = { of: scores.length, falseAlarms: share };
  console.log(
    `good comments, ${language}`.padEnd(26),
    `of ${scores.length}`.padEnd(14),
    `false alarms ${percent(share)}`,
  );
}
const whole = fitAbuse(trainable);
const stored: StoredAbuseModel = {
  bias: Math.round(whole.bias * 1e4) / 1e4,
  step: STEP,
  threshold: Math.round(threshold * 1e4) / 1e4,
  measured,
  weights: packSigned(Array.from(whole.weights, stepsOf)),
};
const text = `${JSON.stringify(stored)}\n`;
writeFileSync(MODEL, text);
console.log(`${(text.length / 1024).toFixed(0)} KB, threshold ${threshold.toFixed(2)}`);

interface Judged {
  readonly example: AbuseExample;
  readonly score: number;
}

/** A set's rows, and the good comments of each half, by models that saw neither the set nor the half. */
function leftOut(source: string): Judged[] {
  return ([0, 1] as const).flatMap((half) => {
    const model = fitAbuse(
      trainable.filter((row) => row.source !== source && (!row.blog || row.half !== half)),
    );
    const rows = examples.filter((row) => row.source === source || (row.blog && row.half === half));
    return rows.map((example) => ({ example, score: scoreOf(model, example.features) }));
  });
}

/** Sets of other languages: their abuse taught nothing; their harmless rows are left out for this. */
function foreign(): Judged[] {
  const model = fitAbuse(trainable.filter((row) => FOREIGN_ABUSE[row.source] === undefined));
  return examples
    .filter((row) => FOREIGN_ABUSE[row.source] !== undefined)
    .map((example) => ({ example, score: scoreOf(model, example.features) }));
}

function languages(): string[] {
  return [...new Set(examples.filter((row) => row.blog).map(({ language }) => language))].sort();
}

function good(language: string): number[] {
  return judged
    .filter(({ example }) => example.blog && example.language === language)
    .map(({ score }) => score);
}

function flagged(rows: readonly Judged[], abuse: boolean): number | null {
  const own = rows.filter(({ example }) => example.abuse === abuse);
  return own.length === 0 ? null : own.filter(({ score }) => score >= threshold).length / own.length;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(2)} %`.padStart(8);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share))] as number;
}
