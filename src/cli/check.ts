import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { check } from "../core/check.ts";
import { emptySiteState } from "../core/classifier/site-state.ts";
import { type Setting, settings } from "../core/policy.ts";
import { loadStarter } from "../core/starter.ts";
import { readLine } from "./lines.ts";

const { values } = parseArgs({
  options: {
    setting: { type: "string", default: "balanced" },
    site: { type: "string", multiple: true, default: [] },
    now: { type: "string" },
  },
});
if (!(values.setting in settings)) {
  console.error(`--setting is one of ${Object.keys(settings).join(", ")}, not ${values.setting}.`);
  process.exit(2);
}
const now = values.now === undefined ? Date.now() : Date.parse(values.now);
if (Number.isNaN(now)) {
  console.error(`--now is a time such as 2026-04-21T09:30:00Z, not ${values.now}.`);
  process.exit(2);
}

const corpus = { starter: loadStarter(), site: emptySiteState() };
const policy = {
  thresholds: settings[values.setting as Setting],
  hosts: values.site,
  languages: [],
  holdFirstTimers: false,
  holdLinks: false,
  blocked: [],
  allowed: [],
};

/** Characters of verdicts gathered before they are written. */
const BLOCK = 65_536;
let block = "";
let number = 0;
let bad = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  if (line.trim() === "") continue;
  const read = readLine(line, now);
  if ("fault" in read) {
    bad++;
    console.error(`line ${number}: ${read.fault}`);
    continue;
  }
  const verdict = check(read.comment, corpus, undefined, policy);
  block += `${JSON.stringify(read.id === undefined ? verdict : { id: read.id, ...verdict })}\n`;
  if (block.length >= BLOCK) await flush();
}
await flush();
process.exitCode = bad > 0 ? 1 : 0;

async function flush(): Promise<void> {
  const text = block;
  block = "";
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
