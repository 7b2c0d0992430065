import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, numberOf } from "../cli/command.ts";
import { endWorkerdsOnExit, workerdsOf } from "../cli/processes.ts";
import { exitOnSignals, ROOT } from "../cli/service.ts";
import { build } from "./bench/bundle.ts";
import { table } from "./bench/table.ts";
import { bare, type Stranger, strangers } from "./strangers/requests.ts";
import { startWorker, TOKEN } from "./worker.ts";

/** Milliseconds of CPU that a stranger's request may take beyond the bare route. */
const MOST = 1;
/** Requests of each kind that are not measured: code and memory warm up. */
const WARM = 40;
/** The bare route is measured again after so many others: a machine is not as fast from one minute to the next. */
const BARE_EVERY = 6;
/** A tick of the kernel's clock of processes, milliseconds. */
const TICK = 10;

const { values } = command({
  call: "npm run strangers",
  about: `Prints what requests without a key take, each beside the bare route: CPU of workerd, calls of objects, reads and writes
of KV. By /proc, so on Linux alone; what the kernel does to receive a body is in it.`,
  options: {
    each: { type: "string", default: "300", value: "N", help: "requests of each kind, 20 to 100000 (300)" },
  },
  examples: ["npm run strangers", "npm run strangers -- --each 1000"],
  exits: {
    0: `nothing takes more than ${MOST} ms`,
    1: "something does, or a request asks an object each time",
  },
});
const each = numberOf("each", values.each, { least: 20, most: 100_000, whole: true });

const folder = mkdtempSync(join(tmpdir(), "hamlet-strangers-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
endWorkerdsOnExit();
exitOnSignals();
const script = build(join(folder, "bundle"), join(ROOT, "src/lab/strangers/entry.ts"));
const { server, url } = await startWorker(script, folder);
const [pid] = workerdsOf(process.pid);

/** CPU that workerd took so far, milliseconds. */
function cpu(): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return TICK * (Number(fields[11]) + Number(fields[12]));
}

async function send({ path, method = "GET", headers, body }: Stranger, i: number): Promise<number> {
  const response = await fetch(url + (typeof path === "string" ? path : path(i)), {
    method,
    redirect: "manual",
    headers: { origin: url, ...headers?.(i) },
    ...(body && { body: body(i), duplex: "half" }),
  });
  await response.arrayBuffer();
  return response.status;
}

type Counts = Readonly<Record<"objects" | "reads" | "writes", number>>;
const counted = async () => (await (await fetch(`${url}/counted`)).json()) as Counts;

interface Cost extends Counts {
  readonly what: string;
  readonly status: number;
  readonly ms: number;
}

let sent = 0;
async function measure(stranger: Stranger): Promise<Cost> {
  await counted();
  const before = cpu();
  let status = 0;
  for (let i = 0; i < each; i++) status = await send(stranger, sent++);
  const ms = (cpu() - before) / each;
  return { what: stranger.what, status, ms, ...(await counted()) };
}

await fetch(`${url}/v1/sites`, {
  method: "POST",
  headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
  body: JSON.stringify({ id: "demo", name: "Demo" }),
});
for (const stranger of strangers) for (let i = 0; i < WARM; i++) await send(stranger, sent++);
const bares: Cost[] = [];
const costs: Cost[] = [];
for (const [i, stranger] of strangers.entries()) {
  if (i % BARE_EVERY === 0) bares.push(await measure(bare));
  costs.push(await measure(stranger));
}
await server.dispose();
const least = bares.toSorted((a, b) => a.ms - b.ms)[Math.floor(bares.length / 2)] as Cost;

const row = ({ what, status, ms, objects, reads, writes }: Cost) => [
  what,
  String(status),
  Math.max(0, ms - least.ms).toFixed(2),
  ...[objects, reads, writes].map((n) => (n / each).toFixed(2)),
];
table(
  `What a stranger's request takes, of ${each} each; the bare route itself took ${least.ms.toFixed(2)} ms of CPU`,
  ["", "status", "ms more", "objects", "KV reads", "KV writes"],
  [least, ...costs].map(row),
);
const dear = costs.filter(({ ms, objects }) => ms - least.ms > MOST || objects > each / 10);
for (const { what } of dear) console.log(`too dear: ${what}`);
process.exit(dear.length === 0 ? 0 : 1);
