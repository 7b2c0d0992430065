import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Document, documentsOf, type Vocabulary } from "./training/documents.ts";
import { figures, platt, type Scored } from "./training/evaluate.ts";
import { fitModel, rawScore } from "./training/fit.ts";
import { pack } from "./training/pack.ts";
import { corpusFiles, loadSources } from "./training/sources.ts";

/** Blogs with both classes: what holds on one that was not trained on is what counts. */
const BLOGS = ["blog-joehx", "blog-made-mistakes", "blog-willymcallister"];
const MODEL = join(import.meta.dirname, "../core/starter-model.json");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    without: { type: "string", multiple: true, default: [] },
    out: { type: "string", default: MODEL },
  },
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
const { documents, vocabulary } = documentsOf(sources);
console.log(`${documents.length} comments of ${sources.size} sources, ${vocabulary.tokens.length} tokens`);

const present = BLOGS.filter((blog) => sources.has(blog));
const heldOut =
  present.length > 1 ? present : [...sources.keys()].filter((source) => hasBoth(documents, source));
const scored = heldOut.flatMap((source) => outOfSource(source, documents, vocabulary));
for (const source of heldOut)
  report(
    source,
    scored.filter((row) => row.source === source),
  );
if (scored.length > 0) report("mean", scored);

const scaling = scored.length > 0 ? platt(scored) : { scale: 1, shift: 0 };
const measured = scored.length > 0 ? { loso: { sources: heldOut, ...figures(scored) } } : {};
const model = pack(fitModel(documents, vocabulary), vocabulary, scaling, measured);
const text = `${JSON.stringify(model)}\n`;
writeFileSync(values.out, text);
console.log(
  `model ${model.version}: ${(text.length / 1024).toFixed(0)} KB, A = ${model.scale}, B = ${model.shift}`,
);

function hasBoth(all: readonly Document[], source: string): boolean {
  const rows = all.filter((document) => document.source === source);
  return (
    rows.some((row) => row.spam) &&
    rows.some((row) => !row.spam) &&
    new Set(all.map((row) => row.source)).size > 1
  );
}

/** Scores of one source by a model that never saw it. */
function outOfSource(source: string, all: readonly Document[], words: Vocabulary): Scored[] {
  const model = fitModel(
    all.filter((document) => document.source !== source),
    words,
  );
  return all
    .filter((document) => document.source === source)
    .map(({ spam, tokens }) => ({ source, spam, score: rawScore(model, tokens) }));
}

function report(name: string, rows: readonly Scored[]): void {
  const { auc, recall, hamHeld } = figures(rows);
  const percent = (share: number) => `${(share * 100).toFixed(0)}`;
  console.log(
    `${name.padEnd(24)} AUC ${auc.toFixed(3)}  recall at .1/.5/1 % false positives ${recall.map(percent).join("/")} %  ham held ${percent(hamHeld)} %`,
  );
}
