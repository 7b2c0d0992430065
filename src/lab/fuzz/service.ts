import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workerdsOf } from "../../cli/processes.ts";
import { build } from "../bench/bundle.ts";
import { answered, KEY, startWorker, TOKEN } from "../worker.ts";
import { type FuzzRequest, requestsTo, routes } from "./requests.ts";

const AT_ONCE = 8;
/** Longer than this is a hang, milliseconds. */
const HANG = 10_000;

interface ServiceFindings {
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
  readonly slowest: { readonly ms: number; readonly what: string };
  /** Memory of workerd in megabytes, when warm and at the end; undefined: this system does not tell. */
  readonly memory: readonly [number, number] | undefined;
}

/** Sends hostile requests to every route of the Worker as it would be deployed, in workerd on loopback. */
export async function fuzzService(folder: string, each: number, seed: number): Promise<ServiceFindings> {
  const worker = { outboundService: () => new Response("taken") };
  const { server, url } = await startWorker(build(join(folder, "bundle")), folder, { worker });
  try {
    const base = new URL(url);
    const session = await prepare(base);
    return await run(base, session, each, seed);
  } finally {
    await server.dispose();
  }
}

interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

/** A site with a comment, and a moderator who is signed in. */
async function prepare(base: URL): Promise<Session> {
  const json = { "content-type": "application/json" };
  const post = (path: string, key: string, body: object) =>
    fetch(new URL(path, base), {
      method: "POST",
      headers: { ...json, authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
  await post("/v1/sites", TOKEN, { id: "demo", name: "Fuzz", hosts: ["blog.example"] });
  await post("/v1/sites/demo/comments", KEY, {
    id: "c1",
    content: "Interesting. More on http://some-blog.example.net/page",
  });
  const form = { "content-type": "application/x-www-form-urlencoded", origin: base.origin };
  const body = new URLSearchParams({ token: TOKEN, name: "Fuzz", next: "/sites" }).toString();
  const signedIn = await fetch(new URL("/login", base), {
    method: "POST",
    headers: form,
    body,
    redirect: "manual",
  });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] as string;
  const page = await (await fetch(new URL("/sites", base), { headers: { cookie } })).text();
  return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "" };
}

async function run(base: URL, session: Session, each: number, seed: number): Promise<ServiceFindings> {
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  let slowest = { ms: 0, what: "" };
  let warm: number | undefined;
  const all = routes.flatMap((route, i) => requestsTo(route, each, seed + i));
  for (let at = 0; at < all.length; at += AT_ONCE) {
    if (warm === undefined && at > all.length / 4) warm = memory();
    const sent = all.slice(at, at + AT_ONCE).map(async (one) => {
      const begun = performance.now();
      const what = `${one.method} ${one.path.slice(0, 120)} (${one.who}) ${one.body.slice(0, 120)}`;
      // As many connections as there are can have been lost: who is not answered then has met a fault.
      const status = await answered(() => send(base, session, one), AT_ONCE + 1).catch(
        (failure: Error) => failure,
      );
      const ms = performance.now() - begun;
      if (ms > slowest.ms) slowest = { ms, what };
      if (typeof status !== "number") faults.push(`no answer (${status.name}): ${what}`);
      else {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) faults.push(`${status}: ${what}`);
      }
    });
    await Promise.all(sent);
  }
  const end = memory();
  return { requests: all.length, statuses, faults, slowest, memory: warm && end ? [warm, end] : undefined };
}

async function send(
  base: URL,
  { cookie, csrf }: Session,
  { method, path, who, type, body }: FuzzRequest,
): Promise<number> {
  const headers: Record<string, string> = {
    origin: base.origin,
    ...(type !== "" && method !== "GET" && { "content-type": type }),
    ...(who === "key" && { authorization: `Bearer ${KEY}` }),
    ...(who === "owner" && { authorization: `Bearer ${TOKEN}` }),
    ...(who === "session" && { cookie }),
  };
  const isForm = type === "application/x-www-form-urlencoded";
  const response = await fetch(new URL(path, base), {
    method,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(HANG),
    ...(method !== "GET" && { body: isForm && who === "session" ? `${body}&csrf=${csrf}` : body }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** What workerd holds in memory, megabytes. */
function memory(): number | undefined {
  const [pid] = workerdsOf(process.pid);
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * 4096) / 1e6;
  } catch {
    return undefined;
  }
}
