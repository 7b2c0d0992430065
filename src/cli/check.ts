import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { check } from "../core/check.ts";
import { emptySiteState } from "../core/classifier/site-state.ts";
import { loadStarter } from "../core/classifier/starter.ts";
import { type Setting, settings } from "../core/judging/policy.ts";
import { read } from "../core/reading/subject.ts";
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

// By event: an iterator over the lines takes as long as the filter itself.
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
lines.on("line", (line) => {
  number++;
  if (line.trim() !== "") judge(line);
});
lines.on("close", () => {
  process.stdout.write(block);
  process.exitCode = bad > 0 ? 1 : 0;
});

function judge(line: string): void {
  const given = readLine(line, now);
  if ("fault" in given) {
    bad++;
    console.error(`line ${number}: ${given.fault}`);
    return;
  }
  const verdict = check(read(given.comment, policy.hosts), corpus, undefined, policy);
  block += `${JSON.stringify(given.id === undefined ? verdict : { id: given.id, ...verdict })}\n`;
  if (block.length < BLOCK) return;
  if (!process.stdout.write(block)) {
    lines.pause();
    process.stdout.once("drain", () => lines.resume());
  }
  block = "";
}
