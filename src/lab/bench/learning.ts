import { workerdsOf } from "../../cli/processes.ts";
import { cpuOf, quiet } from "../computing/cpu.ts";
import { fetchAlone, type Server, startWorker, TOKEN } from "../worker.ts";
import { ms, table } from "./table.ts";

const LESSONS = 2000;
const BULK = 200;
const TIMES = 20;
const TOPICS = [
  "tides",
  "bread",
  "loops",
  "gardens",
  "engines",
  "paint",
  "ferries",
  "stamps",
  "bees",
  "chess",
];

/** What the object of a site answers here; its calls bring a record, and one of version 0 changes nothing. */
interface Site {
  health(record: { version: number }): Promise<{ today: { rowsRead: number; rowsWritten: number } }>;
  decide(id: string, request: { decision: string }, record: { version: number }): Promise<unknown>;
  bulk(request: object, record: { version: number }): Promise<{ done: readonly string[] }>;
}

/**
 * Decisions on a site that has learned much already: how long its object takes, and the rows. What a call between processes takes by
 * itself is measured in turns with them and taken off.
 */
export async function benchLearning(script: string, folder: string): Promise<void> {
  const { server, url } = await startWorker(script, folder);
  const pid = workerdsOf(process.pid).at(-1) as number;
  const site = await siteOf(server, url);
  const nobody = { version: 0 };
  let next = 0;
  const ids = (n: number) => Array.from({ length: n }, () => `c${next++}`);
  const bulk = (n: number, decision: string) =>
    site.bulk(
      {
        selection: { kind: "ids", items: ids(n).map((id) => ({ id, revision: 1 })) },
        decision,
        by: "bench",
        batch: `${Date.now()}-bench`,
      },
      nobody,
    );
  for (let taught = 0; taught < LESSONS; taught += BULK)
    await bulk(BULK, taught % 400 === 0 ? "spam" : "approve");
  const decide = () => site.decide(ids(1)[0] as string, { decision: "spam" }, nobody);
  const ask = () => site.health(nobody);
  await decide();
  const first = (await ask()).today;
  const before = (await ask()).today;
  const [call, decision] = (await inTurns(pid, [ask, decide], TIMES)) as [Taken, Taken];
  const after = (await ask()).today;
  const [many] = (await inTurns(pid, [() => bulk(BULK, "spam")], 1)) as [Taken];
  const last = (await ask()).today;
  const asking = (of: "rowsRead" | "rowsWritten", times: number) => times * (before[of] - first[of]);
  const rowsOf = (of: "rowsRead" | "rowsWritten") =>
    ((after[of] - before[of] - asking(of, TIMES + 1)) / TIMES).toFixed(1);
  const rowsOfBulk = (of: "rowsRead" | "rowsWritten") => (last[of] - after[of] - asking(of, 1)).toFixed(1);
  const row = (name: string, { time, cpu }: Taken, ...more: string[]) => [name, ms(time), ms(cpu), ...more];
  const beyond = ({ time, cpu }: Taken): Taken => ({ time: time - call.time, cpu: cpu - call.cpu });
  table(
    `On a site with ${LESSONS} lessons, calls of its object from another process, ${TIMES} of each in turns`,
    ["", "ms", "ms of CPU", "rows read", "rows written", "target"],
    [
      row("a call that does nothing", call),
      row("a decision", decision),
      row(
        "  less the call",
        beyond(decision),
        rowsOf("rowsRead"),
        rowsOf("rowsWritten"),
        "30 ms, 20 rows read",
      ),
      row(
        `a bulk of ${BULK}, less the call`,
        beyond(many),
        rowsOfBulk("rowsRead"),
        rowsOfBulk("rowsWritten"),
      ),
    ],
  );
  await server.dispose();
}

/** Milliseconds by the clock, and of CPU of the process that was called, all its threads together. */
interface Taken {
  readonly time: number;
  readonly cpu: number;
}

/** What each of several calls takes in the quiet quarter of its times; one after another, as a machine is not as fast all the time. */
async function inTurns(
  pid: number,
  works: readonly (() => Promise<unknown>)[],
  times: number,
): Promise<Taken[]> {
  const all = works.map((): { time: number[]; cpu: number[] } => ({ time: [], cpu: [] }));
  for (let i = 0; i < times; i++)
    for (const [at, work] of works.entries()) {
      const [start, cpu] = [performance.now(), cpuOf(pid)];
      await work();
      all[at]?.time.push(performance.now() - start);
      all[at]?.cpu.push(cpuOf(pid) - cpu);
    }
  return all.map(({ time, cpu }) => ({ time: quiet(time), cpu: quiet(cpu) }));
}

/** A site on which enough comments wait to be decided. */
async function siteOf(server: Server, url: string): Promise<Site> {
  const post = async (path: string, key: string, body: object) => {
    const answer = await fetchAlone(url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { key: string };
  };
  await post("/v1/sites", TOKEN, { id: "taught", publishBelow: 0, rejectAbove: 1 });
  const { key } = await post("/v1/sites/taught/keys", TOKEN, {});
  for (let i = 0; i < LESSONS + 1 + TIMES + BULK; i += 10)
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => post("/v1/sites/taught/comments", key, comment(i + n))),
    );
  const sites = await server.getDurableObjectNamespace("SITE", "hamlet");
  return sites.get(sites.idFromName("taught")) as unknown as Site;
}

const comment = (i: number) => {
  const words = Array.from(
    { length: 45 },
    (_, n) => `${TOPICS[(i * 7 + n * 3) % TOPICS.length]}${(i * 31 + n * 17) % 997}`,
  );
  return {
    id: `c${i}`,
    content: words.join(" "),
    author: { name: `Reader ${i}`, email: `reader${i}@mail.example` },
  };
};
