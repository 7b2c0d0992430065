import { basename } from "node:path";
import { command, Refusal } from "../cli/command.ts";
import { readLabelled } from "../cli/reading/labelled.ts";
import { play } from "../cli/replay/play.ts";
import { cellsOf } from "./accuracy/cells.ts";
import { type Measured, measured, together } from "./accuracy/measured.ts";
import { ways } from "./accuracy/ways.ts";
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
const found = new Map<string, Measured[]>();

console.log(
  "| blog | way | a person sees | by quarters | of the first 50 | ham rejected | spam published, with a payload | AUC |\n|---|---|---|---|---|---|---|---|",
);
for (const file of blogs) {
  const { rows, bad } = readLabelled([file], console.error);
  if (bad > 0) process.exitCode = 1;
  const starter = modelFor(rows);
  for (const { name, bare = false, ...way } of ways) {
    const played = play(rows, { learning: true, noticed: 1, ...way, starter: bare ? undefined : starter });
    const one = measured(played);
    found.set(name, [...(found.get(name) ?? []), one]);
    print(basename(file, ".jsonl").replace("blog-", ""), name, one);
  }
}
if (blogs.length > 1) for (const [name, all] of found) print("together", name, together(all));

function print(blog: string, way: string, one: Measured): void {
  console.log(`| ${[blog, way, ...cellsOf(one)].join(" | ")} |`);
}
