import { demoComments } from "../../cli/demo/comments.ts";
import { type Sample, wordPressForm } from "../conformance/wordpress.ts";
import { common, fetchAlone, KEY, startWorker, TOKEN } from "../worker.ts";
import { CONNECTIONS, type Sent, sendAll } from "./connections.ts";
import { benchRows } from "./rows.ts";
import { ms, table, whole } from "./table.ts";

const REQUESTS = 3000;

/** The least that a stored comment costs on this machine: one insert by one Durable Object, no filter, no checks. */
const BARE = `
import { DurableObject } from "cloudflare:workers";
export class Bare extends DurableObject {
  constructor(state, env) {
    super(state, env);
    state.storage.sql.exec("CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID");
  }
  insert(id, body) { this.ctx.storage.sql.exec("INSERT INTO rows VALUES (?, ?)", id, body); return id; }
}
export default {
  async fetch(request, env) {
    const body = await request.text();
    return Response.json(await env.BARE.get(env.BARE.idFromName("one")).insert(crypto.randomUUID(), body), { status: 201 });
  },
};`;

/** Requests a second by HTTP on loopback, beside a bare insert, in one run. */
export async function benchHttp(script: string, folder: string): Promise<void> {
  const bareObject = { BARE: { className: "Bare", useSQLite: true } };
  const beside = [{ ...common, name: "bare", script: BARE, durableObjects: bareObject }];
  const { server, url } = await startWorker(script, folder, { beside });
  const bare = await server.unsafeGetDirectURL("bare");
  const asOwner = async (path: string, body: object) => {
    const response = await fetchAlone(url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { key: string };
  };
  await asOwner("/v1/sites", { id: "demo", name: "Demo" });
  await asOwner("/v1/sites", { id: "wordpress", name: "WordPress" });
  const { key } = await asOwner("/v1/sites/wordpress/keys", { scope: "akismet" });
  const post = (i: number): Sent => {
    const { about: _, ...comment } = demoComments[i % demoComments.length] as (typeof demoComments)[number];
    return {
      url: `${url}/v1/sites/demo/comments`,
      headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
      body: JSON.stringify({ id: `bench-${i}`, ...comment, content: `${comment.content} ${i}` }),
    };
  };
  const insert = (i: number): Sent => ({
    url: bare,
    body: JSON.stringify(demoComments[i % demoComments.length]),
  });
  const ask = (i: number): Sent => {
    const { about: _, ...comment } = demoComments[i % demoComments.length] as (typeof demoComments)[number];
    const sample = { ...(comment as Sample), content: `${comment.content} ${i}` };
    return {
      url: `${url}/1.1/comment-check`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: wordPressForm(sample, key, "https://blog.example").toString(),
    };
  };
  const rows = [
    await load("a bare insert", insert),
    await load("a comment taken in", post),
    await load("the same as an Akismet client asks (limit: 1,000 ms)", ask, 200),
  ];
  table(
    `Requests by HTTP, ${CONNECTIONS} connections, ${REQUESTS} requests`,
    ["", "a second", "median ms", "p99 ms", "slowest ms", "refused"],
    rows,
  );
  await benchRows(server, url);
  await server.dispose();
}

async function load(name: string, sent: (i: number) => Sent, status = 201): Promise<string[]> {
  const times: number[] = [];
  let failed = 0;
  const start = performance.now();
  await sendAll(REQUESTS, sent, (answer, took) => {
    times.push(took);
    if (answer !== status) failed++;
  });
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] as number;
  return [
    name,
    whole(REQUESTS / seconds),
    ms(at(0.5)),
    ms(at(0.99)),
    ms(times.at(-1) as number),
    String(failed),
  ];
}
