import { command, numberOf } from "../cli/command.ts";
import { exitOnSignals } from "../cli/service.ts";
import { ms, table, whole } from "./bench/table.ts";
import { repeated } from "./fuzz/nasty.ts";
import { fuzzService } from "./fuzz/service.ts";
import { fuzzFilter, growths, heapGrowth, isTooSteep } from "./fuzz/signals.ts";
import { readGrowths, readsTooSteeply } from "./parsers/growth.ts";
import { parserTable } from "./parsers/table.ts";
import { folderForWorkers } from "./worker.ts";

const { values } = command({
  call: "npm run fuzz",
  about:
    "Sends hostile comments through the filter, hostile bytes through every reader and hostile requests to every route, and looks at time, memory and answers.",
  options: {
    comments: {
      type: "string",
      default: "5000",
      value: "N",
      help: "through the filter, 1 to 1000000 (5000)",
    },
    each: { type: "string", default: "60", value: "N", help: "requests to each route, 1 to 10000 (60)" },
    pieces: {
      type: "string",
      default: String(repeated.length),
      value: "N",
      help: `pieces that are repeated to 64 kB, 0 to ${repeated.length} (all)`,
    },
    seed: {
      type: "string",
      default: String(Date.now() % 1_000_000),
      value: "N",
      help: "the same seed is the same run",
    },
  },
  examples: ["npm run fuzz", "npm run fuzz -- --comments 200 --each 5 --seed 42"],
  exits: { 0: "no fault", 1: "a fault; it is printed with the seed" },
});
const numberIn = (name: keyof typeof values & string, least: number, most: number) =>
  numberOf(name, values[name], { least, most, whole: true });
const comments = numberIn("comments", 1, 1_000_000);
const each = numberIn("each", 1, 10_000);
const pieces = numberIn("pieces", 0, repeated.length);
const seed = numberIn("seed", 0, 4_294_967_295);
/** Megabytes that may be left in memory; caches fill. */
const MOST_HEAP = 20;
const MOST_MEMORY = 200;

const folder = folderForWorkers("fuzz");
exitOnSignals();
const faults = fuzzFilter(comments, seed);
const heap = heapGrowth(comments, seed);
if (heap > MOST_HEAP) faults.push(`the filter left ${heap.toFixed(0)} MB in memory`);
const grown = growths(repeated.slice(0, pieces));
const steep = grown.filter(isTooSteep);
for (const { what, piece, ratio } of steep)
  faults.push(`${what} takes ${ratio.toFixed(1)} times as long for 4 times ${piece}`);
table(
  "The slowest at 64 kB, milliseconds, and how many times those at 16 kB (linear: 4)",
  ["", "of", "ms", "ratio"],
  [...grown]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 8)
    .map(({ what, piece, ms: taken, ratio }) => [what, piece, ms(taken), ratio.toFixed(1)]),
);
const read = await readGrowths();
for (const { parser, shape, ratio } of read.filter(readsTooSteeply))
  faults.push(`${parser}: ${shape} take ${ratio.toFixed(1)} times as long for four times as many`);
parserTable(read);
const service = await fuzzService(folder, each, seed);
faults.push(...service.faults);
const [warm, end] = service.memory ?? [0, 0];
if (end - warm > MOST_MEMORY) faults.push(`workerd grew by ${(end - warm).toFixed(0)} MB`);
console.log(`
seed                       ${seed}
comments through the filter ${whole(comments)}, ${grown.length + read.length} growths measured, heap ${heap >= 0 ? "+" : ""}${heap.toFixed(1)} MB
requests                   ${whole(service.requests)}, by status ${[...service.statuses]
  .sort(([a], [b]) => a - b)
  .map(([status, n]) => `${status}: ${n}`)
  .join(", ")}
slowest request            ${service.slowest.ms.toFixed(0)} ms: ${JSON.stringify(service.slowest.what.slice(0, 80))}
memory of workerd          ${service.memory ? `${warm.toFixed(0)} MB warm, ${end.toFixed(0)} MB at the end` : "not told by this system"}
faults                     ${faults.length}`);
for (const fault of faults.slice(0, 20)) console.log(`  ${JSON.stringify(fault)}`);
process.exit(faults.length === 0 ? 0 : 1);
