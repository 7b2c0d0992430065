import { command, numberOf } from "../cli/command.ts";
import { exitOnSignals } from "../cli/service.ts";
import { Day } from "./flood/day.ts";
import { report } from "./flood/report.ts";
import { makeSite, startServer } from "./flood/server.ts";
import { dayOf } from "./flood/traffic.ts";
import { folderForWorkers } from "./worker.ts";

const { values } = command({
  call: "npm run flood",
  about: `Plays a day of a flood through the Worker as it would be deployed, in workerd on this machine. The day is not waited for: each
submission brings its time, and the Worker's clock is turned to it. KV, rows and the key's rate end where the free plan's do.`,
  options: {
    submissions: { type: "string", default: "80000", value: "N", help: "100 to 200000 (80000)" },
    "rows-before": {
      type: "string",
      default: "0",
      value: "N",
      help: "rows that were written before the flood (0)",
    },
    "writes-before": { type: "string", default: "0", value: "N", help: "writes of KV before the flood (0)" },
  },
  examples: ["npm run flood", "npm run flood -- --submissions 2000 --rows-before 95000"],
  exits: { 0: "nothing was lost and no quota passed", 1: "something was" },
});
const submissions = numberOf("submissions", values.submissions, { least: 100, most: 200_000, whole: true });
const before = (name: "rows-before" | "writes-before") =>
  numberOf(name, values[name], { least: 0, most: 1_000_000, whole: true });
const [rows, writes] = [before("rows-before"), before("writes-before")];

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23);
const folder = folderForWorkers("flood");
exitOnSignals();
const begun = performance.now();
const server = await startServer(folder, { rowsWritten: rows, kvWrites: writes, kvDeletes: writes });
try {
  const key = await makeSite(server, START);
  const outcome = await new Day(server, key, START).play(dayOf(submissions), async (done, now) => {
    const { spent, counts } = await server.state(now);
    const share = Math.round((100 * done) / submissions);
    process.stderr.write(`${share}%: ${spent.rowsWritten} rows written, ${counts.pending} comments wait\n`);
  });
  process.exitCode = (await report(server, outcome, START + DAY - 1, (performance.now() - begun) / 1000))
    ? 0
    : 1;
} finally {
  await server.end();
}
process.exit();
