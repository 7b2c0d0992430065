import { loadStarter } from "../core/classifier/starter.ts";
import { type StoredModel, unpack } from "../core/classifier/starter-model.ts";
import { type Setting, settings } from "../core/judging/policy.ts";
import { command, numberOf, oneOf } from "./command.ts";
import { readLabelled, refuse } from "./reading/labelled.ts";
import { textOf } from "./reading/text.ts";
import { printFigures, replayFigures } from "./replay/figures.ts";
import { play } from "./replay/play.ts";

const { values, positionals } = command({
  call: "npm run -s replay",
  takes: { usage: "FILE…", least: 1 },
  about: `Plays labelled comments, a submission a line with a label (spam, ham; abuse is skipped), through the filter in order of
time, learning and remembering as a site would: what is held is decided by its label, and so are the filter's errors that are noticed.
A line may be short: text for content, author as a name, url as the author's link, date for submittedAt.`,
  options: {
    json: { type: "boolean", default: false, help: "prints the figures as JSON" },
    noticed: {
      type: "string",
      default: "1",
      value: "SHARE",
      help: "share of the filter's errors that somebody notices, 0 to 1 (1)",
    },
    "no-starter": { type: "boolean", default: false, help: "without the shipped model" },
    "no-learning": { type: "boolean", default: false, help: "without learning from decisions" },
    "no-history": {
      type: "boolean",
      default: false,
      help: "as if nothing were known of earlier texts, authors, domains and networks",
    },
    setting: {
      type: "string",
      default: "balanced",
      value: "NAME",
      help: `${Object.keys(settings).join(", ")} (balanced)`,
    },
    "publish-below": {
      type: "string",
      value: "P",
      help: "publishes below this probability, instead of the setting's: every comment, unless the next option is given",
    },
    "publish-bare-below": {
      type: "string",
      value: "P",
      help: "publishes below this probability what holds nothing to follow",
    },
    "reject-above": {
      type: "string",
      value: "P",
      help: "rejects above this probability, instead of the setting's",
    },
    site: {
      type: "string",
      multiple: true,
      value: "HOST",
      help: "a host of the blog's own beside that of post.url; may be repeated",
    },
    model: { type: "string", value: "FILE", help: "another starter model" },
    errors: {
      type: "boolean",
      default: false,
      help: "prints each comment that was published or rejected wrongly",
    },
    strict: {
      type: "boolean",
      default: false,
      help: "ends at the first line that cannot be read, instead of skipping it",
    },
  },
  examples: [
    "npm run -s replay -- comments.jsonl",
    "npm run -s replay -- --json --noticed 0.5 --site blog.example comments.jsonl",
  ],
  exits: { 0: "all was played", 1: "some lines could not be read" },
});

const setting = oneOf("setting", values.setting, Object.keys(settings) as Setting[]);
const share = (
  name: "noticed" | "publish-below" | "publish-bare-below" | "reject-above",
  otherwise: number,
) => (values[name] === undefined ? otherwise : numberOf(name, values[name], { least: 0, most: 1 }));
const noticed = share("noticed", 1);
const preset = settings[setting];
const given = values["publish-below"] !== undefined;
const publishBelow = share("publish-below", preset.publishBelow);
const thresholds = {
  publishBelow,
  publishBareBelow: share("publish-bare-below", given ? publishBelow : preset.publishBareBelow),
  rejectAbove: share("reject-above", preset.rejectAbove),
};

function starter() {
  if (values["no-starter"]) return undefined;
  if (values.model === undefined) return loadStarter();
  return unpack(JSON.parse(textOf(values.model)) as StoredModel);
}

const { rows, bad } = readLabelled(positionals, values.strict ? refuse : console.error);
const learning = !values["no-learning"];
const played = play(rows, {
  starter: starter(),
  thresholds,
  learning,
  noticed,
  history: !values["no-history"],
  hosts: values.site,
});
const figures = replayFigures(played, rows.length + bad - played.length);
if (values.json) console.log(JSON.stringify(figures));
else printFigures(figures);
if (values.errors) {
  for (const { label, outcome, row } of played) {
    if (outcome === (label === "spam" ? "publish" : "reject"))
      console.log(JSON.stringify({ outcome, ...row.given }));
  }
}
if (bad > 0) {
  console.error(`${bad} lines could not be read and were skipped.`);
  process.exitCode = 1;
}
