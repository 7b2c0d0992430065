import { createInterface } from "node:readline";
import { check } from "../core/check.ts";
import { emptySiteState } from "../core/classifier/site-state.ts";
import { loadStarter } from "../core/classifier/starter.ts";
import { type Setting, settings } from "../core/judging/policy.ts";
import { read } from "../core/reading/subject.ts";
import { command, oneOf, Refusal } from "./command.ts";
import { readLine } from "./reading/line.ts";

const { values } = command({
  call: "npm run -s check",
  about: `Judges submissions on standard input, a line of JSON each, as the API takes them, without a service: one verdict a
line, in order, as they come. A line may be short: text for content, author as a name, url as the author's link.`,
  options: {
    setting: {
      type: "string",
      default: "balanced",
      value: "NAME",
      help: `${Object.keys(settings).join(", ")} (balanced)`,
    },
    site: {
      type: "string",
      multiple: true,
      default: [],
      value: "HOST",
      help: "a host of the blog's own beside that of post.url; may be repeated",
    },
    now: { type: "string", value: "TIME", help: "the time of submissions without submittedAt (the present)" },
    strict: {
      type: "boolean",
      default: false,
      help: "ends at the first line that cannot be read, instead of skipping it",
    },
  },
  examples: [
    `echo '{"content": "Great post!", "author": {"name": "Best Casino"}}' | npm run -s check`,
    "npm run -s check -- --now 2026-04-21T09:30:00Z < comments.jsonl",
  ],
  exits: { 0: "all were judged", 1: "some lines could not be read; stderr tells which and why" },
});
const setting = oneOf("setting", values.setting, Object.keys(settings) as Setting[]);
const now = values.now === undefined ? Date.now() : Date.parse(values.now);
if (Number.isNaN(now)) throw new Refusal(`--now is a time such as 2026-04-21T09:30:00Z, not ${values.now}.`);

const corpus = { starter: loadStarter(), site: emptySiteState() };
const rules = { languages: [], holdFirstTimers: false, holdLinks: false, blocked: [], allowed: [] };

/** Characters of verdicts gathered before they are written, while more lines are there already. */
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
    tell(given.fault);
    return;
  }
  const policy = { ...rules, thresholds: settings[setting], hosts: [...values.site, ...given.hosts] };
  const verdict = check(read(given.comment, policy.hosts), corpus, undefined, policy);
  if (block === "") setImmediate(flush);
  block += `${JSON.stringify(given.id === undefined ? verdict : { id: given.id, ...verdict })}\n`;
  if (block.length >= BLOCK) flush();
}

function tell(fault: string): void {
  bad++;
  const message = `line ${number}: ${fault}`;
  if (values.strict) {
    flush();
    throw new Refusal(message, 1);
  }
  console.error(message);
}

/** Writes what was judged; a reader that is slower than the filter is waited for. */
function flush(): void {
  if (!process.stdout.write(block)) {
    lines.pause();
    process.stdout.once("drain", () => lines.resume());
  }
  block = "";
}
