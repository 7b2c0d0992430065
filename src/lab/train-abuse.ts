import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { command } from "../cli/command.ts";
import type { StoredAbuseModel } from "../core/abuse/model.ts";
import { packSigned } from "../core/classifier/packing.ts";
import { ABUSE, abuseExamples, FOREIGN_ABUSE } from "./abuse/examples.ts";
import { fitAbuse, STEP, scoreOf, stepsOf } from "./abuse/fit.ts";
import {
  flaggedShare,
  goodScores,
  type Judged,
  judgedOut,
  tellingLanguages,
  thresholdOf,
} from "./abuse/judged.ts";
import { corpusFiles } from "./training/sources.ts";

const MODEL = join(import.meta.dirname, "../core/abuse/model.json");

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
const measured: Record<string, unknown> = {};
for (const source of ABUSE) {
  const judged = judgedOut(examples, trainable, source);
  report(source, judged, thresholdOf(judged));
}
/** Good comments by models that saw all abuse, as the shipped one did. */
const good = judgedOut(examples, trainable, undefined);
const threshold = thresholdOf(good);
for (const source of Object.keys(FOREIGN_ABUSE)) report(source, foreign(source), threshold);
for (const language of tellingLanguages(good)) {
  const scores = goodScores(good, language);
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
const zipped = gzipSync(text, { level: 9 }).length;
console.log(
  `${(text.length / 1024).toFixed(0)} KB, ${(zipped / 1024).toFixed(0)} KB with gzip, threshold ${threshold.toFixed(2)}`,
);

/** A set of another language: its abuse taught nothing; its harmless rows are left out for this. */
function foreign(source: string): Judged[] {
  const model = fitAbuse(trainable.filter((row) => row.source !== source));
  return examples
    .filter((row) => row.source === source)
    .map((example) => ({ example, score: scoreOf(model, example.features) }));
}

function report(source: string, judged: readonly Judged[], from: number): void {
  const recall = flaggedShare(judged, true, from);
  const falseAlarms = flaggedShare(judged, false, from);
  measured[source] = { recall, falseAlarms };
  console.log(`${source.padEnd(26)} found ${percent(recall)}  false alarms ${percent(falseAlarms)}`);
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(2)} %`.padStart(8);
}
