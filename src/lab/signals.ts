import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { command } from "../cli/command.ts";
import { commentOfRow, readRows } from "../cli/reading/labelled.ts";
import { hostsOf } from "../cli/replay/known-hosts.ts";
import { ROOT } from "../cli/service.ts";
import { check } from "../core/check.ts";
import { emptySiteState } from "../core/classifier/site-state.ts";
import { loadStarter } from "../core/classifier/starter.ts";
import { read } from "../core/reading/subject.ts";
import { fittedSignals } from "../core/signals/fitted.ts";
import { GROUP_CAP, priorSignals } from "../core/signals/priors.ts";
import { noRules } from "./no-rules.ts";
import { BLOGS } from "./training/folds.ts";
import { corpusFiles } from "./training/sources.ts";

command({
  call: "npm run signals",
  about: `Writes docs/signals.md: what every signal sees, is worth, and fired on in the corpora beside the project.`,
  examples: ["npm run signals"],
  exits: { 0: "docs/signals.md is new", 1: "the corpora are not there; nothing was written" },
});

const files = corpusFiles().filter((file) => BLOGS.includes(basename(file, ".jsonl")));
if (files.length === 0) {
  console.error("The corpora are not beside the project; nothing was measured.");
  process.exit(1);
}

interface Count {
  spam: number;
  ham: number;
  points: number;
}

const counts = new Map<string, Count>();
const rows = files.flatMap(readRows);
const corpus = { starter: loadStarter(), site: emptySiteState() };
for (const row of rows) {
  const policy = { ...noRules, hosts: hostsOf[row.source] ?? [] };
  for (const { signal, points } of check(read(commentOfRow(row), policy.hosts), corpus, undefined, policy)
    .hits) {
    const count = counts.get(signal) ?? { spam: 0, ham: 0, points: 0 };
    count[row.label === "spam" ? "spam" : "ham"]++;
    count.points += points;
    counts.set(signal, count);
  }
}

const share = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(0)} %`);
const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
const total = {
  spam: rows.filter((row) => row.label === "spam").length,
  ham: rows.filter((row) => row.label === "ham").length,
};

const fitted = fittedSignals.map(({ name, group, description }) => {
  const { spam, ham, points } = counts.get(name) ?? { spam: 0, ham: 0, points: 0 };
  const fired = spam + ham;
  const mean = fired === 0 ? "–" : signed(points / fired);
  return `| ${name} | ${group} | ${description} | ${mean} | ${spam} (${share(spam, total.spam)}) | ${ham} (${share(ham, total.ham)}) | ${share(spam, fired)} |`;
});
const priors = priorSignals.map(
  ({ name, group, description, points }) => `| ${name} | ${group} | ${description} | ${signed(points)} |`,
);

writeFileSync(
  join(ROOT, "docs/signals.md"),
  `# Signals

Made by \`npm run signals\`; do not edit. Points are log-odds: above zero speaks for spam.

## Fitted

Measured on ${total.spam} spam and ${total.ham} ham comments of ${BLOGS.length} blogs, with the shipped model, which was trained on them too: what a
signal is worth on a blog it never saw is in [accuracy](accuracy.md). Mean points: over the comments on which it fired. A signal
may have several tokens with weights of their own (\`link-count\` tells none from nine), so that firing alone means little for some.

| signal | group | what it sees | mean points | fired on spam | on ham | spam of those |
|---|---|---|---|---|---|---|
${fitted.join("\n")}

## Priors

Points by counts in labelled comments, by replays, or by judgement where no labelled data has a form or a history: which is which stands in
[accuracy](accuracy.md#what-is-fitted-and-what-is-judgement). What each site learns corrects them. Those of one
group add at most ${GROUP_CAP}, a filled honeypot apart.

| signal | group | what it sees | points, at most |
|---|---|---|---|
${priors.join("\n")}
`,
);
console.log(
  `docs/signals.md: ${fitted.length} fitted signals, ${priors.length} priors, ${rows.length} comments`,
);
