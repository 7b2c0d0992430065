import { fetchAlone, type Server, TOKEN } from "../worker.ts";
import { table } from "./table.ts";

const api = (url: string, path: string, body: unknown, key: string) =>
  fetchAlone(`${url}/v1/sites${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Rows, alarms included, and KV keys that comments of each kind cost until the queue is in step. Purging adds one row, two after a decision. */
export async function benchRows(server: Server, url: string): Promise<void> {
  const rows: string[][] = [];
  const kinds = { published: {}, "held, then approved": { holdFirstTimers: true }, "blatant spam": {} };
  for (const [i, [kind, settings]] of Object.entries(kinds).entries()) {
    const site = `rows-${i}`;
    await api(url, "", { id: site, ...settings }, TOKEN);
    const made = (await (await api(url, `/${site}/keys`, {}, TOKEN)).json()) as { key: string };
    rows.push([kind, ...(await rowsOf(server, url, site, made.key, kind))]);
  }
  table("What one comment writes", ["", "rows", "KV keys while it waits"], rows);
}

const PLAIN = "I think the second loop never runs, because `i` starts at 10. Did you mean `i < 20`? Case ";
const BLATANT =
  "Great post! Visit my site http://cheap-casino.example.com/bonus <a href='http://cheap-casino.example.com/bonus'>casino</a> ";
const EACH = 20;

async function rowsOf(
  server: Server,
  url: string,
  site: string,
  key: string,
  kind: string,
): Promise<string[]> {
  const namespace = await server.getDurableObjectNamespace("SITE", "hamlet");
  const object = namespace.get(namespace.idFromName(site));
  // A record of version 0 changes nothing that the site knows.
  const rowsWritten = async () => (await object.health({ version: 0 })).today.rowsWritten;
  const spam = kind === "blatant spam";
  const post = (id: string) =>
    api(
      url,
      `/${site}/comments`,
      {
        id,
        content: (spam ? BLATANT : PLAIN) + id,
        author: spam
          ? { name: "best online casino", url: "http://cheap-casino.example.com/bonus" }
          : { name: "Ada Bauer" },
      },
      key,
    );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 6500));
  await post("first");
  await settle();
  const before = await rowsWritten();
  for (let i = 0; i < EACH; i++) await post(`c${i}`);
  await settle();
  const kv = await server.getKVNamespace("QUEUE", "hamlet");
  const waiting = (await kv.list({ prefix: `queue/${site}/` })).keys.length;
  if (kind.startsWith("held")) {
    for (let i = 0; i < EACH; i++)
      await api(url, `/${site}/comments/c${i}/decision`, { decision: "approve" }, key);
    await settle();
  }
  const written = (await rowsWritten()) - before;
  return [(written / EACH).toFixed(1), (Math.max(0, waiting - 1) / EACH).toFixed(1)];
}
