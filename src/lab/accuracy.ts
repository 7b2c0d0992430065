import { basename } from "node:path";
import { command, Refusal } from "../cli/command.ts";
import { readLabelled } from "../cli/reading/labelled.ts";
import type { StoredModel } from "../core/classifier/starter-model.ts";
import { cellsOf } from "./accuracy/cells.ts";
import { type Measured, together } from "./accuracy/measured.ts";
import type { Playing } from "./accuracy/player.ts";
import { ways } from "./accuracy/ways.ts";
import { inProcesses } from "./computing/processes.ts";
import { BLOGS } from "./training/folds.ts";
import { corpusFiles } from "./training/sources.ts";
import { unseenModels } from "./training/unseen-model.ts";

const { positionals } = command({
  call: "npm run accuracy",
  takes: { usage: "[FILE…]", least: 0 },
  about: `Prints what a blog would have had of Hamlet from its first comment on, with a model that never saw the blog: for each FILE of
labelled comments, as replay reads them, or for the blogs of the corpora beside the project. The model is trained on the rest.
Three blogs of thousands of comments take some minutes.`,
  examples: ["npm run accuracy", "npm run accuracy -- my-blog.jsonl"],
  exits: { 0: "all was measured", 1: "the corpora are not there, or some lines could not be read" },
});
const corpora = corpusFiles();
if (corpora.length === 0)
  throw new Refusal(
    "The corpora are not beside the project; there is nothing to train on, and nothing was measured.",
    1,
  );
const blogs =
  positionals.length > 0 ? positionals : corpora.filter((file) => BLOGS.includes(basename(file, ".jsonl")));
const modelFor = unseenModels(corpora);
const models = new Map<string, StoredModel>();
for (const file of blogs) {
  const { rows, bad } = readLabelled([file], console.error);
  if (bad > 0) process.exitCode = 1;
  models.set(file, await modelFor(rows));
}
const jobs = blogs.flatMap((file) => ways.map((_, way): Playing => ({ file, way })));
const player = new URL("./accuracy/player.ts", import.meta.url);
const all = await inProcesses<Playing, Measured>(player, models, jobs);

console.log(
  "| blog | way | a person sees | by quarters | of the first 50 | ham rejected | spam published, with a payload | AUC |\n|---|---|---|---|---|---|---|---|",
);
jobs.forEach(({ file, way }, i) => {
  print(basename(file, ".jsonl").replace("blog-", ""), ways[way]?.name ?? "", all[i] as Measured);
});
if (blogs.length > 1)
  for (const [at, { name }] of ways.entries())
    print("together", name, together(all.filter((_, i) => jobs[i]?.way === at)));

function print(blog: string, way: string, one: Measured): void {
  console.log(`| ${[blog, way, ...cellsOf(one)].join(" | ")} |`);
}
