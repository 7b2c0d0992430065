import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../cli/command.ts";
import { settings } from "../core/judging/policy.ts";
import { byLanguage, LANGUAGE_HEAD, languageRow } from "./training/by-language.ts";
import { figures, type Scored } from "./training/evaluate.ts";
import { firstDay } from "./training/first-day.ts";
import { corpusFiles, loadSources } from "./training/sources.ts";
import { trainModel } from "./training/train-model.ts";

const MODEL = join(import.meta.dirname, "../core/classifier/starter-model.json");

const { values, positionals } = command({
  call: "npm run train",
  takes: { usage: "[FILE…]", least: 0 },
  about: `Trains the shipped model on labelled files, a submission a line with a label, or on the corpora beside the project; prints how
well each source is told by a model that never saw it.`,
  options: {
    without: {
      type: "string",
      multiple: true,
      default: [],
      value: "SOURCE",
      help: "leaves a source out; may be repeated",
    },
    out: {
      type: "string",
      default: MODEL,
      value: "FILE",
      help: "where the model is written (the shipped one)",
    },
  },
  examples: ["npm run train", "npm run train -- --out model.json comments.jsonl"],
  exits: { 0: "the model is written", 1: "there is nothing to train on" },
});

const files = positionals.length > 0 ? positionals : corpusFiles();
if (files.length === 0) {
  console.error(
    "No labelled files: name some (JSONL with text and label), or put the corpora beside the project.",
  );
  process.exit(1);
}
const sources = loadSources(files);
for (const source of values.without) {
  if (!sources.delete(source)) {
    console.error(`No source is named ${source}. There are: ${[...sources.keys()].join(", ")}.`);
    process.exit(1);
  }
}

const { model, scored, heldOut, comments, tokens } = await trainModel(sources);
console.log(`${comments} comments of ${sources.size} sources, ${tokens} tokens`);
for (const source of heldOut) {
  report(
    source,
    scored.filter((row) => row.source === source),
  );
}
if (scored.length > 0)
  report(
    "mean",
    scored.filter(({ source }) => heldOut.includes(source)),
  );
const logOdds = (probability: number) => Math.log(probability / (1 - probability));
const { publishBareBelow, publishBelow, rejectAbove } = settings.balanced;
/** The balanced setting's. */
const LIMITS = {
  bare: logOdds(publishBareBelow),
  payload: logOdds(publishBelow),
  reject: logOdds(rejectAbove),
};
/** Trackbacks alone, weighed little: no site's first day. */
const dumps = scored.filter(({ dump, source }) => dump && source !== "wp-en-tcmini");
if (dumps.length > 0) {
  const day = firstDay(dumps, LIMITS);
  console.log(
    `WordPress sites, the first day: ${day.goodPublished} of ${day.good} good comments published, ${day.goodRejected} rejected, ${day.spamWithPayloadPublished} of ${day.spamWithPayload} spam with a payload published`,
  );
}
console.log(LANGUAGE_HEAD);
for (const row of byLanguage(scored, LIMITS)) console.log(languageRow(row));
const text = `${JSON.stringify(model)}\n`;
writeFileSync(values.out, text);
console.log(
  `model ${model.version}: ${(text.length / 1024).toFixed(0)} KB, A = ${model.scale}, B = ${model.shift}`,
);

/** A line of the table: each source scored by a model that never saw it. */
function report(name: string, rows: readonly Scored[]): void {
  const { auc, recall, hamHeld } = figures(rows);
  const percent = (share: number) => `${(share * 100).toFixed(0)}`;
  const recalls = recall.map(percent).join("/");
  console.log(
    `${name.padEnd(24)} AUC ${auc.toFixed(3)}  recall at .1/.5/1 % false positives ${recalls} %  ham held ${percent(hamHeld)} %`,
  );
}
