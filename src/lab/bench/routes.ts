import { readFileSync } from "node:fs";
import { demoComments } from "../../cli/demo/comments.ts";
import { workerdsOf } from "../../cli/processes.ts";
import { cpuOfOneThread, quiet } from "../computing/cpu.ts";
import { profiler } from "../computing/profile.ts";
import { distinct } from "../screenshots/sample-comments.ts";
import { common, fetchAlone, KEY, type Started, startWorker, TOKEN } from "../worker.ts";
import { ms, table } from "./table.ts";

const WAITING = 60;
/** Requests of a kind before any is measured, and how many are then measured together, how often. */
const WARM = 20;
const TOGETHER = 5;
const TIMES = 8;
/** Milliseconds of CPU that a route may take in the Worker. */
const MOST = { warm: 8, cold: 25 };

const objects = {
  SITE: { className: "SiteObject", useSQLite: true },
  DIRECTORY: { className: "DirectoryObject", useSQLite: true },
};
const elsewhere = Object.fromEntries(
  Object.entries(objects).map(([name, object]) => [name, { ...object, scriptName: "objects" }]),
);

/** A Worker that only counts, some tens of milliseconds long: what a look stands for is told by it. */
const LOOP = `
const count = (from) => {
  let sum = from;
  for (let i = 0; i < 30_000_000; i++) sum = (Math.imul(sum, 31) + i) | 0;
  return sum;
};
export default { fetch(request) { return new Response(String(count(request.url.length))); } };`;

/**
 * What each route takes of the Worker alone: its objects run in an isolate of their own, which the profiler does not look at, and so do
 * KV's simulators. Looks that found it running are counted; how much CPU one stands for a loop tells, whose CPU the kernel counts.
 */
export async function benchRoutes(script: string, folder: string): Promise<void> {
  const started = await start(script, folder);
  const routes = routesOf(await prepare(started));
  const gauge = await gaugeOf(started);
  const warm: number[] = [];
  for (const route of routes) warm.push(await warmly(started, gauge, route));
  gauge.end();
  await started.server.dispose();
  const rows = [];
  for (const [i, route] of routes.entries())
    rows.push([route.name, ms(warm[i] as number), ms(await coldly(script, folder, route))]);
  table(
    `CPU of the Worker alone, milliseconds a request: at most ${MOST.warm} warm, ${MOST.cold} for the first of an isolate`,
    ["", "warm", "first"],
    rows,
  );
}

interface Route {
  readonly name: string;
  readonly send: (url: string, n: number) => Promise<Response>;
}

export function routesOf(cookie: string): Route[] {
  const page = (path: string): Route => ({
    name: `GET ${path}`,
    send: (url) => fetchAlone(url + path, { headers: { cookie } }),
  });
  const api = (
    name: string,
    path: string,
    body: (n: number) => string,
    type = "application/json",
  ): Route => ({
    name,
    send: (url, n) =>
      fetchAlone(url + path, {
        method: "POST",
        headers: { authorization: `Bearer ${KEY}`, "content-type": type },
        body: body(n),
      }),
  });
  const comment = (n: number) => {
    const { about: _, ...rest } = demoComments[n % demoComments.length] as (typeof demoComments)[number];
    return JSON.stringify({ ...rest, id: `route-${n}`, content: `${rest.content} ${n}` });
  };
  return [
    api("POST …/comments", "/v1/sites/demo/comments", comment),
    api(
      "POST …/comments:batch of 25",
      "/v1/sites/demo/comments:batch",
      (n) => Array.from({ length: 25 }, (_, i) => comment(1_000_000 + 25 * n + i)).join("\n"),
      "application/x-ndjson",
    ),
    ...[
      "/queue",
      "/queue?tab=spam",
      "/queue/demo/many-3",
      "/history",
      "/sites",
      "/sites/demo",
      "/account",
    ].map(page),
    ...[
      "/sites/demo/dashboard",
      "/sites/demo/lists",
      "/sites/demo/wire",
      "/login",
      "/docs",
      "/openapi.json",
    ].map(page),
  ];
}

export const start = (script: string, folder: string): Promise<Started> => {
  const bindings = {
    ADMIN_TOKEN: TOKEN,
    HAMLET_SECRET: "lab-secret-of-more-than-thirty-two-characters",
    DEMO_SITE_KEY: KEY,
  };
  const beside = {
    ...common,
    name: "objects",
    script: readFileSync(script, "utf8"),
    kvNamespaces: ["QUEUE"],
    durableObjects: objects,
    bindings,
  };
  return startWorker(script, folder, {
    server: { inspectorPort: 0 },
    worker: { durableObjects: elsewhere },
    beside: [beside, { ...common, name: "loop", script: LOOP }],
  });
};

/** Makes a site on which comments wait; answers the cookie of somebody who is signed in. */
export async function prepare({ url }: Started): Promise<string> {
  const post = (path: string, key: string, body: unknown) =>
    fetchAlone(url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  await post("/v1/sites", TOKEN, { id: "demo", name: "Demo", publishBelow: 0, rejectAbove: 1 });
  for (const comment of distinct(0, WAITING)) await post("/v1/sites/demo/comments", KEY, comment);
  const body = new URLSearchParams({ token: TOKEN, name: "Anna", next: "/queue" });
  const answer = await fetchAlone(`${url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body,
  });
  return /hamlet_session=[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

let sent = 0;

async function ask({ url }: Started, { name, send }: Route): Promise<void> {
  const answer = await send(url, sent++);
  await answer.arrayBuffer();
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status}`);
}

async function warmly(started: Started, gauge: Gauge, route: Route): Promise<number> {
  for (let i = 0; i < WARM; i++) await ask(started, route);
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const took = await gauge.took(async () => {
      for (let n = 0; n < TOGETHER; n++) await ask(started, route);
    });
    times.push(took / TOGETHER);
  }
  return quiet(times);
}

/** The first request of a new isolate, whose objects and data are there already. */
async function coldly(script: string, folder: string, route: Route): Promise<number> {
  const started = await start(script, folder);
  const gauge = await gaugeOf(started);
  const took = await gauge.took(() => ask(started, route));
  gauge.end();
  await started.server.dispose();
  return took;
}

/** Tells what the Worker's isolate takes, milliseconds of CPU. */
interface Gauge {
  readonly took: (work: () => Promise<unknown>) => Promise<number>;
  readonly end: () => void;
}

/** Looks at the Worker, and at the loop beside it, as a machine's other work keeps the looks apart now more and now less. */
async function gaugeOf({ server }: Started): Promise<Gauge> {
  const pid = workerdsOf(process.pid).at(-1) as number;
  const loop = await server.unsafeGetDirectURL("loop");
  const [worker, counting] = await Promise.all([profiler(server, "hamlet"), profiler(server, "loop")]);
  const standsFor = async () => {
    let cpu = 0;
    const looks = await counting.looks(async () => {
      cpu = await cpuOfOneThread(pid, () => fetchAlone(loop.href));
    });
    return cpu / looks;
  };
  await fetchAlone(loop.href);
  return {
    async took(work) {
      const before = await standsFor();
      const looks = await worker.looks(work);
      return (looks * (before + (await standsFor()))) / 2;
    },
    end() {
      worker.end();
      counting.end();
    },
  };
}
