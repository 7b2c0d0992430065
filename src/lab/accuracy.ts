import { basename } from "node:path";
import { replayFigures } from "../cli/replay/figures.ts";
import { play } from "../cli/replay/play.ts";
import { readRows } from "../cli/replay/rows.ts";
import { type StarterModel, unpack } from "../core/classifier/starter-model.ts";
import { settings } from "../core/judging/policy.ts";
import { corpusFiles, loadSources } from "./training/sources.ts";
import { BLOGS, trainModel } from "./training/train-model.ts";

/** What a blog would have had of Hamlet from its first comment on, with a model that never saw the blog. */
const files = corpusFiles();
if (files.length === 0) {
  console.error("The corpora are not beside the project; nothing was measured.");
  process.exit(1);
}

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
for (const blog of BLOGS) {
  const sources = loadSources(files);
  sources.delete(blog);
  const starter = unpack(trainModel(sources).model);
  const rows = readRows(files.find((file) => basename(file, ".jsonl") === blog) as string);
  for (const way of ways) console.log(line(blog, rows, starter, way));
}

function line(
  blog: string,
  rows: ReturnType<typeof readRows>,
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
