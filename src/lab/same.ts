import { command, numberOf } from "../cli/command.ts";
import type { Comment } from "../core/comment.ts";
import { hostile, hostileComment } from "./bench/hostile.ts";
import { ms, table } from "./bench/table.ts";
import { answering, digest } from "./same/answers.ts";
import { madeComments, realComments } from "./same/comments.ts";
import { coreHere, coreOf } from "./same/core-of.ts";
import { cpuTimes } from "./same/times.ts";
import { corpusFiles } from "./training/sources.ts";

const { values, positionals } = command({
  call: "npm run same",
  takes: { usage: "COMMIT", least: 1, most: 1 },
  about: `Judges the same comments by the core of a commit and by that of the working tree, and names the comments of which the two say
anything different: outcome, score, hits, evidence, places, payload, abuse, explanation, lesson, fingerprint. The comments are those
of the corpora beside the project, where they are, and some that are put together of what breaks programs. Then it takes the
time of both, in turns.`,
  options: {
    rows: { type: "string", default: "900", value: "N", help: "of each file only N comments (900)" },
    made: { type: "string", default: "4000", value: "N", help: "comments that are put together (4000)" },
    rounds: { type: "string", default: "15", value: "N", help: "rounds that are timed (15); 0: none" },
  },
  examples: ["npm run same -- HEAD", "npm run same -- main --rows 100 --rounds 0"],
  exits: { 0: "all answers are the same", 1: "some differ" },
});
const many = (name: "rows" | "made" | "rounds") =>
  numberOf(name, values[name], { least: 0, most: 1_000_000 });
const [before, now] = [await coreOf(positionals[0] as string), await coreHere()];
const real = [...realComments(corpusFiles(), many("rows"))];
const made = [...madeComments(many("made"), real.length > 0 ? real.map(({ content }) => content) : ["a b"])];
const all: Comment[] = [...real, ...made, ...hostile.map(([, piece]) => hostileComment(piece))];

const taught = all.filter((_, i) => i % 97 === 0).slice(0, 300);
const [answerBefore, answerNow] = [answering(before, taught), answering(now, taught)];
const sum = digest();
let different = 0;
for (const comment of all) {
  const [old, own] = [answerBefore(comment), answerNow(comment)];
  sum.add(own);
  if (old === own) continue;
  if (++different > 5) continue;
  const at = [...old].findIndex((character, i) => character !== own[i]);
  console.log(`different: ${JSON.stringify(comment).slice(0, 2000)}
  before: …${old.slice(Math.max(0, at - 120), at + 120)}
  now:    …${own.slice(Math.max(0, at - 120), at + 120)}`);
}
console.log(`${all.length} comments, ${different} judged differently; digest of the answers: ${sum.told()}`);

const rounds = many("rounds");
if (rounds > 0) {
  const average = real.filter((_, i) => i % Math.ceil(real.length / 1000) === 0);
  const row = (name: string, comments: readonly Comment[], times: number) => {
    const [old = 0, own = 0] = cpuTimes([before, now], comments, times);
    return [name, ms(old), ms(own), (own / old).toFixed(2)];
  };
  table(
    "CPU time of read() and check(), milliseconds a comment",
    ["", positionals[0] as string, "working tree", "ratio"],
    [
      row(`${average.length} real comments`, average.length > 0 ? average : made, rounds),
      ...hostile.map(([name, piece]) => row(`64 kB of ${name}`, [hostileComment(piece)], 5)),
    ],
  );
}
process.exitCode = different > 0 ? 1 : 0;
