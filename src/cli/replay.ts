import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { check } from "../core/check.ts";
import { learn, lesson } from "../core/classifier/lesson.ts";
import { emptySiteState } from "../core/classifier/site-state.ts";
import { type StoredModel, unpack } from "../core/classifier/starter-model.ts";
import { hash } from "../core/hash.ts";
import { type Setting, settings } from "../core/policy.ts";
import { loadStarter } from "../core/starter.ts";
import { type Played, printFigures, replayFigures } from "./replay-figures.ts";
import { inDateOrder } from "./replay-order.ts";
import { commentOfRow, type Row, readRows } from "./training/rows.ts";
import { hostsOf } from "./training/sources.ts";
import { WeakLabels } from "./weak-labels.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    noticed: { type: "string", default: "1" },
    "no-starter": { type: "boolean", default: false },
    "no-learning": { type: "boolean", default: false },
    setting: { type: "string", default: "balanced" },
    "publish-below": { type: "string" },
    "reject-above": { type: "string" },
    site: { type: "string", multiple: true },
    model: { type: "string" },
  },
});

const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};
if (positionals.length === 0) fail("Name at least one labelled file (JSONL with text and label).");
if (!(values.setting in settings)) fail(`--setting is one of ${Object.keys(settings).join(", ")}.`);
const preset = settings[values.setting as Setting];
const share = (name: "noticed" | "publish-below" | "reject-above", otherwise: number): number => {
  const number = values[name] === undefined ? otherwise : Number(values[name]);
  return number >= 0 && number <= 1 ? number : fail(`--${name} is a number from 0 to 1.`);
};
const noticed = share("noticed", 1);
const thresholds = {
  publishBelow: share("publish-below", preset.publishBelow),
  rejectAbove: share("reject-above", preset.rejectAbove),
};

const rules = { languages: [], holdFirstTimers: false, holdLinks: false, blocked: [], allowed: [] };
const all = positionals.flatMap(readRows);
const rows = inDateOrder(all.map((row, line) => ({ ...row, line })).filter((row) => row.label !== "abuse"));
const played = play(rows);
const figures = replayFigures(played, all.length - rows.length);
if (values.json) console.log(JSON.stringify(figures));
else printFigures(figures);

function starter() {
  if (values["no-starter"]) return undefined;
  return values.model === undefined
    ? loadStarter()
    : unpack(JSON.parse(readFileSync(values.model, "utf8")) as StoredModel);
}

/** Every comment in order through check and, as a site would, learned from: what was held, and the errors noticed. */
function play(comments: readonly (Row & { line: number })[]): Played[] {
  const corpus = { starter: starter(), site: emptySiteState() };
  const weak = new WeakLabels(corpus);
  return comments.map((row) => {
    const label = row.label as Played["label"];
    const policy = { ...rules, hosts: values.site ?? hostsOf[row.source] ?? [], thresholds };
    const comment = commentOfRow(row);
    const verdict = check(comment, corpus, undefined, policy);
    const wrong = verdict.outcome === (label === "spam" ? "publish" : "reject");
    const seen = verdict.outcome === "review" || (wrong && hash(String(row.line)) / 2 ** 32 < noticed);
    if (!values["no-learning"]) {
      if (seen) learn(corpus.site, lesson(comment, corpus, policy, label, 1));
      else weak.add(row.date, comment, policy, verdict.probability);
      weak.learnUntil(row.date);
    }
    return { label, outcome: verdict.outcome, score: verdict.score };
  });
}
