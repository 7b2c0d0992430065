import { basename } from "node:path";
import { command, numberOf, Refusal } from "../cli/command.ts";
import { readLabelled } from "../cli/reading/labelled.ts";
import { inTimeOrder } from "../cli/replay/order.ts";
import { unpack } from "../core/classifier/starter-model.ts";
import { table } from "./bench/table.ts";
import { bogofilter } from "./compare/bogofilter.ts";
import { hamlet } from "./compare/hamlet.ts";
import { measure } from "./compare/measured.ts";
import { natural } from "./compare/natural.ts";
import { spamassassin } from "./compare/spamassassin.ts";
import { BLOGS } from "./training/folds.ts";
import { corpusFiles } from "./training/sources.ts";
import { unseenModels } from "./training/unseen-model.ts";

const { values, positionals } = command({
  call: "npm run compare",
  takes: { usage: "[FILE…]", least: 0 },
  about: `Sets Hamlet beside other filters that learn, on the same labelled comments in one run: each comment is scored, then its label
is learned, in order of time. FILE: a submission a line with a label (spam, ham), as replay reads them; without one the blogs of
the corpora beside the project, each with a model that never saw it. bogofilter and SpamAssassin take part where they are
installed (apt install bogofilter spamassassin).`,
  options: {
    rows: {
      type: "string",
      default: "1000",
      value: "N",
      help: "only the first N comments of each file (1000)",
    },
  },
  examples: ["npm run compare", "npm run compare -- my-blog.jsonl"],
  exits: { 0: "all was measured", 1: "there is nothing to measure on, or some lines could not be read" },
});
const most = numberOf("rows", values.rows, { least: 2, most: 1_000_000 });
const corpora = corpusFiles();
const files =
  positionals.length > 0 ? positionals : corpora.filter((file) => BLOGS.includes(basename(file, ".jsonl")));
if (files.length === 0)
  throw new Refusal("No file is named, and the corpora are not beside the project: nothing was compared.", 1);

const percent = (share: number | null) => (share === null ? "" : `${(share * 100).toFixed(1)} %`);
const modelFor = unseenModels(corpora);
const lines: string[][] = [];
for (const file of files) {
  const { rows, bad } = readLabelled([file], console.error);
  if (bad > 0) process.exitCode = 1;
  const played = inTimeOrder(rows.filter(({ label }) => label !== "abuse")).slice(0, most);
  const peers = [
    hamlet("Hamlet", unpack(await modelFor(played))),
    hamlet("Hamlet, without its shipped model", undefined),
    natural,
    bogofilter,
    spamassassin,
  ];
  for (const peer of peers) {
    const found = measure(peer, played);
    lines.push([
      basename(file, ".jsonl"),
      String(played.length),
      peer.name,
      ...(found
        ? [found.auc?.toFixed(4) ?? "", percent(found.recall), found.milliseconds.toFixed(2)]
        : ["not installed"]),
    ]);
  }
}
table(
  "Scored, then learned, in order of time",
  ["", "comments", "filter", "AUC", "spam found at .5 % of ham missed", "ms a comment, learned"],
  lines,
);
