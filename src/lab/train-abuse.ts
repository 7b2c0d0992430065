import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { command } from "../cli/command.ts";
import { commentOfRow, readRows } from "../cli/reading/labelled.ts";
import { abuseFeatures } from "../core/abuse/features.ts";
import { read } from "../core/reading/subject.ts";
import { fitLogistic } from "./training/logistic.ts";
import { corpusFiles } from "./training/sources.ts";

/** English rows with and without abuse; blog ham beside them, as false alarms on blogs matter most. */
const ABUSE = ["davidson-hate-offensive", "jigsaw-wiki-toxic", "surge-toxicity"];
const BLOGS = ["blog-stackexchange", "blog-made-mistakes", "blog-joehx", "blog-willymcallister"];
const SAMPLE = 5000;
const MIN_DOCUMENTS = 4;
const STEP = 0.05;
const LEAST = 0.1;
const C = 0.2;
/** False alarms allowed on ham of a source left out. */
const FALSE_ALARMS = 0.002;
const MODEL = join(import.meta.dirname, "../core/abuse/model.json");

interface Example {
  readonly source: string;
  readonly abuse: boolean;
  readonly features: readonly number[];
}

command({
  call: "npm run train:abuse",
  about: `Trains the model of abuse on the corpora beside the project, writes src/core/abuse/model.json, and prints what it finds in
sources that it did not see.`,
  examples: ["npm run train:abuse"],
  exits: { 0: "the model is new", 1: "the corpora are not there; nothing was trained" },
});

const all = corpusFiles().filter((file) => [...ABUSE, ...BLOGS].includes(basename(file, ".jsonl")));
if (all.length === 0) {
  console.error("The corpora are not beside the project; nothing was trained.");
  process.exit(1);
}
const examples: Example[] = all.flatMap((file) => {
  const source = basename(file, ".jsonl");
  const rows = readRows(file).filter((row) => row.label !== "spam");
  const every = Math.max(1, Math.ceil(rows.length / SAMPLE));
  return rows
    .filter((_, i) => i % every === 0)
    .map((row) => ({
      source,
      abuse: row.label === "abuse",
      features: [...abuseFeatures(read(commentOfRow(row), []))],
    }));
});

const held = ABUSE.flatMap((source) => {
  const model = fitAbuse(examples.filter((example) => example.source !== source));
  return examples
    .filter((example) => example.source === source)
    .map((example) => ({ ...example, score: score(model, example) }));
});
const blogs = BLOGS.flatMap((source) => {
  const model = fitAbuse(examples.filter((example) => example.source !== source));
  return examples
    .filter((example) => example.source === source)
    .map((example) => ({ ...example, score: score(model, example) }));
});
// Tweets called harmless in davidson are full of slurs; the ham of talk pages, social media and blogs sets the threshold.
const ham = (source: string) =>
  [...held, ...blogs].filter((row) => row.source === source && !row.abuse).map((row) => row.score);
const judged = ["jigsaw-wiki-toxic", "surge-toxicity", ...BLOGS];
const threshold = Math.max(...judged.map((source) => quantile(ham(source), 1 - FALSE_ALARMS)));
const measured: Record<string, unknown> = {};
for (const source of [...ABUSE, ...BLOGS]) {
  const rows = [...held, ...blogs].filter((row) => row.source === source);
  const share = (abuse: boolean) => {
    const own = rows.filter((row) => row.abuse === abuse);
    return own.length === 0 ? null : own.filter((row) => row.score >= threshold).length / own.length;
  };
  measured[source] = { falseAlarms: share(false), recall: share(true) };
  const percent = (value: number | null) => (value === null ? "–" : `${(value * 100).toFixed(2)} %`);
  console.log(
    `${source.padEnd(26)} false alarms ${percent(share(false)).padStart(8)}  found ${percent(share(true)).padStart(8)}`,
  );
}

const whole = fitAbuse(examples);
const kept = [...whole.weights].filter(([, weight]) => Math.abs(weight) >= LEAST).sort(([a], [b]) => a - b);
const base64 = (array: Uint32Array | Int8Array) => Buffer.from(array.buffer).toString("base64");
const text = `${JSON.stringify({
  bias: Math.round(whole.bias * 1e4) / 1e4,
  step: STEP,
  threshold: Math.round(threshold * 1e4) / 1e4,
  measured,
  hashes: base64(Uint32Array.from(kept, ([hash]) => hash)),
  weights: base64(
    Int8Array.from(kept, ([, weight]) => Math.max(-127, Math.min(127, Math.round(weight / STEP)))),
  ),
})}\n`;
writeFileSync(MODEL, text);
console.log(
  `${kept.length} features, ${(text.length / 1024).toFixed(0)} KB, threshold ${threshold.toFixed(2)}`,
);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share))] as number;
}

interface Fit {
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
}

function score({ bias, weights }: Fit, { features }: Example): number {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);
}

/** Logistic regression, each source and class counting alike. */
function fitAbuse(rows: readonly Example[]): Fit {
  const frequency = new Map<number, number>();
  for (const { features } of rows)
    for (const feature of features) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  const known = [...frequency].filter(([, count]) => count >= MIN_DOCUMENTS).map(([feature]) => feature);
  const index = new Map(known.map((feature, i) => [feature, i]));
  const counts = new Map<string, number>();
  const key = ({ source, abuse }: Example) => `${source} ${abuse}`;
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const fitted = fitLogistic(
    rows.map((row) => ({
      features: Uint32Array.from(row.features.flatMap((feature) => index.get(feature) ?? [])),
      positive: row.abuse,
      cost: C * Math.min(1, Math.sqrt(600 / (counts.get(key(row)) as number))),
    })),
    new Float64Array(known.length).fill(1),
  );
  return {
    bias: fitted[known.length] as number,
    weights: new Map(known.map((feature, i) => [feature, fitted[i] as number])),
  };
}
