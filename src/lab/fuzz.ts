import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endWorkerdsOnExit } from "../cli/processes.ts";
import { exitOnSignals } from "../cli/service.ts";
import { ms, table, whole } from "./bench/table.ts";
import { repeated } from "./fuzz/nasty.ts";
import { fuzzService } from "./fuzz/service.ts";
import { fuzzFilter, growths, heapGrowth, isTooSteep } from "./fuzz/signals.ts";

/** Hostile comments through the filter and hostile requests to every route. Without a fault: exit 0. */
const { values } = parseArgs({
  options: {
    comments: { type: "string", default: "5000" },
    /** Requests to each route. */
    each: { type: "string", default: "60" },
    /** Pieces that are repeated to 64 kB; by default all. */
    pieces: { type: "string", default: String(repeated.length) },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [comments, each, seed] = [values.comments, values.each, values.seed].map(Number) as [
  number,
  number,
  number,
];
if (!(comments >= 1 && comments <= 1e6 && each >= 1 && each <= 1e4 && Number.isInteger(seed))) {
  console.error("--comments is 1 to 1000000, --each 1 to 10000, --seed a whole number.");
  process.exit(2);
}
/** Megabytes that may be left in memory; caches fill. */
const MOST_HEAP = 20;
const MOST_MEMORY = 200;

const folder = mkdtempSync(join(tmpdir(), "hamlet-fuzz-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
endWorkerdsOnExit();
exitOnSignals();
const faults = fuzzFilter(comments, seed);
const heap = heapGrowth(comments, seed);
if (heap > MOST_HEAP) faults.push(`the filter left ${heap.toFixed(0)} MB in memory`);
const grown = growths(repeated.slice(0, Number(values.pieces)));
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
const service = await fuzzService(folder, each, seed);
faults.push(...service.faults);
const [warm, end] = service.memory ?? [0, 0];
if (end - warm > MOST_MEMORY) faults.push(`workerd grew by ${(end - warm).toFixed(0)} MB`);
console.log(`
seed                       ${seed}
comments through the filter ${whole(comments)}, ${grown.length} growths measured, heap ${heap >= 0 ? "+" : ""}${heap.toFixed(1)} MB
requests                   ${whole(service.requests)}, by status ${[...service.statuses]
  .sort(([a], [b]) => a - b)
  .map(([status, n]) => `${status}: ${n}`)
  .join(", ")}
slowest request            ${service.slowest.ms.toFixed(0)} ms: ${JSON.stringify(service.slowest.what.slice(0, 80))}
memory of workerd          ${service.memory ? `${warm.toFixed(0)} MB warm, ${end.toFixed(0)} MB at the end` : "not told by this system"}
faults                     ${faults.length}`);
for (const fault of faults.slice(0, 20)) console.log(`  ${JSON.stringify(fault)}`);
process.exit(faults.length === 0 ? 0 : 1);
