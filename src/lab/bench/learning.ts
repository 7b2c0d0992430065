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

/** Decisions on a site that has learned much already: how long its object takes, and the rows. */
export async function benchLearning(script: string, folder: string): Promise<void> {
  const { server, url } = await startWorker(script, folder);
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
  const call = await each(() => site.health(nobody));
  const before = (await site.health(nobody)).today;
  const decision = await each(() => site.decide(ids(1)[0] as string, { decision: "spam" }, nobody));
  const after = (await site.health(nobody)).today;
  const many = await each(() => bulk(BULK, "spam"), 1);
  const last = (await site.health(nobody)).today;
  const rows = (of: "rowsRead" | "rowsWritten", a = before, b = after, n = TIMES) =>
    ((b[of] - a[of]) / n).toFixed(1);
  table(
    `On a site with ${LESSONS} lessons, calls of its object`,
    ["", "median ms", "rows read", "rows written", "target"],
    [
      ["a call that does nothing", ms(call), "", "", ""],
      ["a decision", ms(decision - call), rows("rowsRead"), rows("rowsWritten"), "30 ms, 20 rows read"],
      [
        `a bulk of ${BULK}`,
        ms(many - call),
        rows("rowsRead", after, last, 1),
        rows("rowsWritten", after, last, 1),
        "",
      ],
    ],
  );
  await server.dispose();
}

async function each(work: () => Promise<unknown>, times = TIMES): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] as number;
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
  for (let i = 0; i < LESSONS + TIMES + BULK; i += 10)
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
