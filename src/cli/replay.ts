import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadStarter } from "../core/classifier/starter.ts";
import { type StoredModel, unpack } from "../core/classifier/starter-model.ts";
import { type Setting, settings } from "../core/judging/policy.ts";
import { printFigures, replayFigures } from "./replay/figures.ts";
import { play } from "./replay/play.ts";
import { readRows } from "./replay/rows.ts";

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
    errors: { type: "boolean", default: false },
  },
});

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
if (positionals.length === 0) fail("Name at least one labelled file (JSONL with text and label).");
if (!(values.setting in settings)) fail(`--setting is one of ${Object.keys(settings).join(", ")}.`);
const preset = settings[values.setting as Setting];

function share(name: "noticed" | "publish-below" | "reject-above", otherwise: number): number {
  const number = values[name] === undefined ? otherwise : Number(values[name]);
  return number >= 0 && number <= 1 ? number : fail(`--${name} is a number from 0 to 1.`);
}

function starter() {
  if (values["no-starter"]) return undefined;
  if (values.model === undefined) return loadStarter();
  return unpack(JSON.parse(readFileSync(values.model, "utf8")) as StoredModel);
}

const noticed = share("noticed", 1);
const thresholds = {
  publishBelow: share("publish-below", preset.publishBelow),
  rejectAbove: share("reject-above", preset.rejectAbove),
};
const rows = positionals.flatMap(readRows);
const learning = !values["no-learning"];
const played = play(rows, { starter: starter(), thresholds, learning, noticed, hosts: values.site });
const figures = replayFigures(played, rows.length - played.length);
if (values.json) console.log(JSON.stringify(figures));
else printFigures(figures);
if (values.errors) {
  for (const { label, outcome, row } of played) {
    if (outcome === (label === "spam" ? "publish" : "reject"))
      console.log(JSON.stringify({ outcome, ...row }));
  }
}
