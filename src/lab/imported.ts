import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { command, Refusal } from "../cli/command.ts";
import { readLabelled } from "../cli/reading/labelled.ts";
import { hostsOf } from "../cli/replay/known-hosts.ts";
import { inTimeOrder } from "../cli/replay/order.ts";
import { play } from "../cli/replay/play.ts";
import { unpack } from "../core/classifier/starter-model.ts";
import { settings } from "../core/judging/policy.ts";
import { cellsOf } from "./accuracy/cells.ts";
import { type Measured, measured } from "./accuracy/measured.ts";
import { bringIn } from "./imported/brought.ts";
import { writers } from "./imported/written.ts";
import { BLOGS } from "./training/folds.ts";
import { corpusFiles } from "./training/sources.ts";
import { unseenModels } from "./training/unseen-model.ts";

const { positionals } = command({
  call: "npm run imported",
  takes: { usage: "[FILE…]", least: 0 },
  about: `Prints what importing a blog's own past is worth: the first half of each FILE of labelled comments, as replay reads them, or of the
blogs of the corpora beside the project, is written as old systems export it, brought in as npm run import does, and the second half
replayed. The model never saw the blog. Some minutes.`,
  examples: ["npm run imported", "npm run imported -- my-blog.jsonl"],
  exits: { 0: "all was measured", 1: "the corpora are not there, or some lines could not be read" },
});
const corpora = corpusFiles();
if (corpora.length === 0)
  throw new Refusal("The corpora are not beside the project: there is nothing to train on.", 1);
const blogs =
  positionals.length > 0 ? positionals : corpora.filter((file) => BLOGS.includes(basename(file, ".jsonl")));
const modelFor = unseenModels(corpora);
const folder = mkdtempSync(join(tmpdir(), "hamlet-imported-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

console.log(
  "| blog | brought in | comments | a person sees | by quarters | of the first 50 | ham rejected | spam published, with a payload | AUC |\n|---|---|---|---|---|---|---|---|---|",
);
for (const file of blogs) {
  const { rows, bad } = readLabelled([file], console.error);
  if (bad > 0) process.exitCode = 1;
  const ordered = inTimeOrder(rows.filter(({ label }) => label !== "abuse"));
  const half = Math.round(ordered.length / 2);
  const [past, later] = [ordered.slice(0, half), ordered.slice(half)];
  const starter = unpack(await modelFor(rows));
  const hosts = hostsOf[rows[0]?.source ?? ""] ?? [];
  const blog = basename(file, ".jsonl").replace("blog-", "");
  const options = { starter, thresholds: settings.balanced, learning: true, noticed: 1, hosts };
  print(blog, "nothing", 0, measured(play(later, options)));
  for (const [name, write] of Object.entries(writers)) {
    const begun = await bringIn(await write(past, folder), { starter, hosts, setting: "balanced" });
    print(blog, name, begun.comments, measured(play(later, { ...options, begun })));
  }
}

function print(blog: string, what: string, comments: number, one: Measured): void {
  console.log(`| ${[blog, what, comments, ...cellsOf(one)].join(" | ")} |`);
}
