import { basename } from "node:path";
import { command, Refusal } from "../cli/command.ts";
import { type Labelled, readLabelled } from "../cli/reading/labelled.ts";
import { replayFigures } from "../cli/replay/figures.ts";
import { play } from "../cli/replay/play.ts";
import { type StarterModel, unpack } from "../core/classifier/starter-model.ts";
import { settings } from "../core/judging/policy.ts";
import { BLOGS } from "./training/folds.ts";
import { corpusFiles, loadSources } from "./training/sources.ts";
import { trainModel } from "./training/train-model.ts";

const { positionals } = command({
  call: "npm run accuracy",
  takes: { usage: "[FILE…]", least: 0 },
  about: `Prints what a blog would have had of Hamlet from its first comment on, with a model that never saw the blog: for each FILE of
labelled comments, as replay reads them, or for the blogs of the corpora beside the project. The model is trained on the rest.`,
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

const given = { publishBelow: 0.02, rejectAbove: 0.995 };
const ways = [
  { name: "publish below .02, reject above .995", thresholds: given },
  { name: "careful", thresholds: settings.careful },
  { name: "balanced", thresholds: settings.balanced },
  { name: "light", thresholds: settings.light },
  { name: "balanced, half of the errors noticed", thresholds: settings.balanced, noticed: 0.5 },
  { name: "balanced, without the shipped model", thresholds: settings.balanced, bare: true },
  { name: "balanced, without learning", thresholds: settings.balanced, learning: false },
];

console.log(
  "| blog | way | a person sees | by quarters | ham rejected | spam published | AUC |\n|---|---|---|---|---|---|---|",
);
for (const file of blogs) {
  const { rows, bad } = readLabelled([file], console.error);
  if (bad > 0) process.exitCode = 1;
  const sources = loadSources(corpora);
  for (const { source } of rows) sources.delete(source);
  const starter = unpack(trainModel(sources, { blogsOnly: true }).model);
  for (const way of ways) console.log(line(basename(file, ".jsonl"), rows, starter, way));
}

function line(
  blog: string,
  rows: readonly Labelled[],
  starter: StarterModel,
  way: (typeof ways)[number],
): string {
  const { name, thresholds, noticed = 1, bare = false, learning = true } = way;
  const played = play(rows, { starter: bare ? undefined : starter, thresholds, learning, noticed });
  const { humanShare, quarters, ham, spam, auc } = replayFigures(played, 0);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const of = ({ published, held, rejected }: typeof ham) => published + held + rejected;
  const cells = [
    blog.replace("blog-", ""),
    name,
    percent(humanShare),
    quarters.map((quarter) => (quarter.humanShare * 100).toFixed(0)).join(" / "),
    `${ham.rejected} of ${of(ham)}`,
    `${spam.published} of ${of(spam)}`,
    auc?.toFixed(4) ?? "",
  ];
  return `| ${cells.join(" | ")} |`;
}
