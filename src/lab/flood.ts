import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endWorkerdsOnExit } from "../cli/processes.ts";
import { exitOnSignals } from "../cli/service.ts";
import { Day } from "./flood/day.ts";
import { report } from "./flood/report.ts";
import { makeSite, startServer } from "./flood/server.ts";
import { dayOf } from "./flood/traffic.ts";

/**
 * A day of a flood through the Worker as it would be deployed, in workerd on this machine. The day is not waited for: each
 * submission brings its time, and the Worker's clock is turned to it. KV, rows and the key's rate end where the free plan's do.
 */
const { values } = parseArgs({
  options: {
    submissions: { type: "string", default: "80000" },
    /** Rows and KV writes that were taken before the flood: to see the end of a day in a short run. */
    "rows-before": { type: "string", default: "0" },
    "writes-before": { type: "string", default: "0" },
  },
});
const [submissions, rows, writes] = [values.submissions, values["rows-before"], values["writes-before"]].map(
  Number,
) as [number, number, number];
if (!(submissions >= 100 && submissions <= 200_000 && rows >= 0 && writes >= 0)) {
  console.error("--submissions is 100 to 200000; --rows-before and --writes-before are numbers from 0.");
  process.exit(2);
}

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23);
const folder = mkdtempSync(join(tmpdir(), "hamlet-flood-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
endWorkerdsOnExit();
exitOnSignals();
const begun = performance.now();
const server = await startServer(folder, { rowsWritten: rows, kvWrites: writes, kvDeletes: writes });
try {
  const key = await makeSite(server, START);
  const step = Math.ceil(submissions / 10);
  const outcome = await new Day(server, key, START).play(dayOf(submissions), (done) => {
    if (done % step < 16) process.stderr.write(`${Math.round((100 * done) / submissions)}% `);
  });
  process.stderr.write("\n");
  process.exitCode = (await report(server, outcome, START + DAY - 1, (performance.now() - begun) / 1000))
    ? 0
    : 1;
} finally {
  await server.end();
}
process.exit();
