import { join } from "node:path";
import { command, numberOf } from "../cli/command.ts";
import { exitOnSignals, ROOT } from "../cli/service.ts";
import { build } from "./bench/bundle.ts";
import { table } from "./bench/table.ts";
import { answered, folderForWorkers, startWorker, TOKEN } from "./worker.ts";

/** Comments on the page: no more than one network may send in a minute. */
const COMMENTS = 8;
/** Readers at a time. */
const AT_ONCE = 20;
const PAGE = "https://blog.example/posts/loops/";

const { values } = command({
  call: "npm run readers",
  about: `Plays readers of one page of a blog without a server: each asks for its comments and for the numbers of other pages,
as its script does, and every tenth for a page that is made up. Prints what they ask of objects and of KV.`,
  options: {
    readers: { type: "string", default: "5000", value: "N", help: "how many, 2 to 100000 (5000)" },
  },
  examples: ["npm run readers"],
  exits: { 0: "no reader after the first asked an object", 1: "one did" },
});
const readers = numberOf("readers", values.readers, { least: 2, most: 100_000, whole: true });

const folder = folderForWorkers("readers");
exitOnSignals();
const script = build(join(folder, "bundle"), join(ROOT, "src/lab/strangers/entry.ts"));
const { server, url } = await startWorker(script, folder);

const published = { publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 };
await asOwner("/v1/sites", { id: "demo", name: "Demo", hosts: ["blog.example"], form: true, ...published });
for (let n = 0; n < COMMENTS; n++) {
  const answer = await fetch(`${url}/f/demo`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({
      post: PAGE,
      name: "Ada",
      comment: `Line ${n} of the listing is never reached.`,
    }),
  });
  const { status } = (await answer.json()) as { status: unknown };
  if (status !== "published") throw new Error(`a comment was not published: ${status}`);
}

const read = (path: string) => answered(async () => (await fetch(`${url}/f/demo/${path}`)).status, 6);
const page = `comments?post=${encodeURIComponent(PAGE)}`;
const counted = async () =>
  (await (await fetch(`${url}/counted`)).json()) as Readonly<Record<"objects" | "reads" | "writes", number>>;

/** What one reader asks for. */
async function reader(n: number): Promise<void> {
  await read(n % 10 === 9 ? `comments?post=https://blog.example/made-up/${n}` : page);
  await read(`counts?post=${encodeURIComponent(PAGE)}&post=https://blog.example/other/`);
}

await counted();
await reader(0);
const first = await counted();
const began = performance.now();
for (let at = 1; at < readers; at += AT_ONCE)
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, readers - at) }, (_, i) => reader(at + i)));
const others = await counted();
const seconds = (performance.now() - began) / 1000;
await server.dispose();

const row = (what: string, { objects, reads, writes }: typeof first) =>
  [what, ...[objects, reads, writes].map(String)] as const;
table(
  "What readers of one page ask of objects and of KV",
  ["", "object calls", "KV reads", "KV writes"],
  [row("the first reader", first), row(`${readers - 1} others, in ${seconds.toFixed(0)} s`, others)].map(
    (cells) => [...cells],
  ),
);
process.exit(others.objects === 0 ? 0 : 1);

async function asOwner(path: string, body: object): Promise<unknown> {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
