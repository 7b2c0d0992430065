import { join } from "node:path";
import { command, numberOf, Refusal } from "../cli/command.ts";
import { workerdsOf } from "../cli/processes.ts";
import { exitOnSignals, ROOT } from "../cli/service.ts";
import { build } from "./bench/bundle.ts";
import { table } from "./bench/table.ts";
import { comparison } from "./strangers/compare.ts";
import { strangers } from "./strangers/requests.ts";
import { folderForWorkers, startWorker, TOKEN } from "./worker.ts";

/** Milliseconds of CPU that a stranger's request may take beyond the bare route. */
const MOST = 1;
/** Calls of objects that a request may make on average: one in ten seconds for each isolate. */
const MOST_CALLS = 0.1;

const { values } = command({
  call: "npm run strangers",
  about: `Prints what requests without a key take, each beside a bare route of the same Worker that receives the very same
request, body and all, and only says so: CPU of workerd, calls of objects, reads and writes of KV. Both take turns, a few
requests at a time, and the quieter quarter of each counts. By /proc, so on Linux alone.`,
  options: {
    each: { type: "string", default: "600", value: "N", help: "requests of each kind, 20 to 100000 (600)" },
    only: {
      type: "string",
      multiple: true,
      default: [""],
      value: "TEXT",
      help: "only the kinds whose name holds this; may be repeated",
    },
  },
  examples: ["npm run strangers", "npm run strangers -- --each 1000 --only multipart"],
  exits: {
    0: `nothing takes more than ${MOST} ms`,
    1: "something does, or a request asks an object each time",
  },
});
const kinds = strangers.filter(({ what }) => values.only.some((text) => what.includes(text)));
if (kinds.length === 0) throw new Refusal(`No kind of request has ${values.only.join(" or ")} in its name.`);
const each = numberOf("each", values.each, { least: 20, most: 100_000, whole: true });

const folder = folderForWorkers("strangers");
exitOnSignals();
const script = build(join(folder, "bundle"), join(ROOT, "src/lab/strangers/entry.ts"));
const { server, url } = await startWorker(script, folder);
const [pid = 0] = workerdsOf(process.pid);
const site = await fetch(`${url}/v1/sites`, {
  method: "POST",
  headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
  body: JSON.stringify({ id: "demo", name: "Demo", hosts: ["blog.example"], form: true }),
});
if (site.status !== 201) throw new Error(`the site could not be made: ${await site.text()}`);
const compare = comparison(url, pid, each);
const costs = [];
for (const stranger of kinds) costs.push(await compare(stranger));
await server.dispose();

table(
  `What a stranger's request takes, of ${each} each, beside a bare route that receives the same`,
  ["", "status", "bare, ms", "ms more", "objects", "KV reads", "KV writes"],
  costs.map(({ what, status, bare, more, objects, reads, writes }) => [
    what,
    String(status),
    ...[bare, Math.max(0, more), objects, reads, writes].map((n) => n.toFixed(2)),
  ]),
);
const dear = costs.filter(({ more, objects }) => more > MOST || objects > MOST_CALLS);
for (const { what } of dear) console.log(`too dear: ${what}`);
process.exit(dear.length === 0 ? 0 : 1);
