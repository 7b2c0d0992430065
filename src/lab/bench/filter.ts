import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { bad } from "../../cli/demo/bad.ts";
import { good } from "../../cli/demo/good.ts";
import { commentOfRow, readRows } from "../../cli/reading/labelled.ts";
import { check } from "../../core/check.ts";
import { emptySiteState } from "../../core/classifier/site-state.ts";
import { loadStarter } from "../../core/classifier/starter.ts";
import type { Comment } from "../../core/comment.ts";
import { read } from "../../core/reading/subject.ts";
import { noRules } from "../no-rules.ts";
import { corpusFiles } from "../training/sources.ts";
import { hostile, hostileComment } from "./hostile.ts";
import { ms, table } from "./table.ts";

const ROUNDS = 3;
/** Judgements that a row is made of at least: of one comment they are made after as many that are not timed. */
const LEAST = 60;
/** natural's training time grows with the square of these; it keeps every document. */
const TRAINED = 600;
interface Labelled {
  readonly comment: Comment;
  readonly label: string;
}

/** Real comments where the corpora are, else those of the demonstration. */
function labelled(): { from: string; rows: Labelled[] } {
  const file = corpusFiles().find((path) => path.endsWith("blog-made-mistakes.jsonl"));
  if (file) {
    const rows = readRows(file).map((row) => ({ comment: commentOfRow(row), label: row.label }));
    return { from: `${rows.length} real comments`, rows };
  }
  const own = [...good.map((one) => ({ one, label: "ham" })), ...bad.map((one) => ({ one, label: "spam" }))];
  const rows = own.map(({ one, label }) => ({
    label,
    comment: { ...one, type: "comment", format: "text" } as Comment,
  }));
  return { from: `the demonstration's ${rows.length} comments`, rows };
}

/** check() on average, long and hostile comments, beside natural's BayesClassifier trained on the same, in one run. */
export function benchFilter(): void {
  const { from, rows } = labelled();
  const corpus = { starter: loadStarter(), site: emptySiteState() };
  const judge = (comment: Comment) => check(read(comment, noRules.hosts), corpus, undefined, noRules);
  const peer = new BayesClassifier();
  for (const { comment, label } of rows.slice(0, TRAINED)) peer.addDocument(comment.content, label);
  const trained = timed(() => peer.train());
  const texts = rows.map(({ comment }) => comment);
  const results = [
    row("check()", texts, judge),
    row(
      `natural's BayesClassifier, trained on ${Math.min(TRAINED, rows.length)} of them in ${ms(trained)} ms`,
      texts,
      (comment) => peer.classify(comment.content),
    ),
    row("check() on 10 kB", long(texts, 10_000), judge),
    ...hostile.map(([name, piece]) => row(`check() on 64 kB of ${name}`, [hostileComment(piece)], judge)),
  ];
  const peers = bogofilter(rows);
  if (peers) results.splice(2, 0, peers);
  table(`One comment, milliseconds (${from}, one core)`, ["", "mean", "p99", "a second"], results);
}

const long = (texts: readonly Comment[], length: number): Comment[] => {
  const joined = texts.map(({ content }) => content).join("\n");
  return Array.from({ length: 20 }, (_, i) => ({
    ...(texts[0] as Comment),
    content: joined.slice(i * 500, i * 500 + length),
  }));
};

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function row(name: string, comments: readonly Comment[], work: (comment: Comment) => unknown): string[] {
  const rounds = Math.max(ROUNDS, Math.ceil(LEAST / comments.length));
  for (let warm = 0; warm < Math.min(LEAST, rounds); warm++)
    for (const comment of comments.slice(0, 200)) work(comment);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const comment of comments) times.push(timed(() => work(comment)));
  times.sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const p99 = times[Math.floor(times.length * 0.99)] as number;
  return [name, ms(mean), ms(p99), Math.round(1000 / mean).toLocaleString("en")];
}

/** bogofilter's batch mode over the same comments, trained on them, where it is installed: the whole process, divided. */
function bogofilter(rows: readonly Labelled[]): string[] | undefined {
  if (spawnSync("bogofilter", ["-V"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "hamlet-bogofilter-"));
  try {
    const mbox = (label?: string) =>
      rows
        .filter((row) => label === undefined || row.label === label)
        .map(
          ({ comment }) =>
            `From a@b.example Thu Jan  1 00:00:00 1970\nSubject: comment\n\n${comment.content.replace(/^From /gm, ">From ")}\n`,
        )
        .join("\n");
    const run = (options: readonly string[], input: string) =>
      spawnSync("bogofilter", ["-d", folder, "-M", ...options], { input });
    run(["-s"], mbox("spam"));
    run(["-n"], mbox("ham"));
    const input = mbox();
    const times = Array.from({ length: ROUNDS }, () => timed(() => run(["-v"], input)) / rows.length);
    const mean = times.reduce((sum, time) => sum + time, 0) / ROUNDS;
    return [
      "bogofilter, batch mode, whole process",
      ms(mean),
      "",
      Math.round(1000 / mean).toLocaleString("en"),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
