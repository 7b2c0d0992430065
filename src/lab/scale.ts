import { join } from "node:path";
import { command, numberOf } from "../cli/command.ts";
import { exitOnSignals, ROOT } from "../cli/service.ts";
import { build } from "./bench/bundle.ts";
import { ms, table, whole } from "./bench/table.ts";
import { putSite } from "./scale/stored.ts";
import { type Ask, templateOf } from "./scale/template.ts";
import { cookieOf, type Visited, visitor } from "./scale/visits.ts";
import { fetchAlone, folderForWorkers, startWorker, TOKEN } from "./worker.ts";

/** What a queue page of all sites may take. */
const MOST = { calls: 50, ms: 500 };
/** Sites that are put in at a time, and moderators who ask at a time. */
const AT_ONCE = 4;

const { values } = command({
  call: "npm run scale",
  about: `Puts many sites with comments into workerd, as a restore does, and one site with very many; then moderators sign in and
look. Prints what each page takes: calls of objects, and milliseconds by the clock, with workerd and this command on one machine.`,
  options: {
    sites: { type: "string", default: "1000", value: "N", help: "sites, 1 to 5000 (1000)" },
    comments: { type: "string", default: "200000", value: "N", help: "comments in all of them (200000)" },
    one: {
      type: "string",
      default: "100000",
      value: "N",
      help: "comments in one site more, to 1000000 (100000)",
    },
    moderators: { type: "string", default: "100", value: "N", help: "moderators, 1 to 1000 (100)" },
  },
  examples: ["npm run scale", "npm run scale -- --sites 200 --comments 4000 --one 20000"],
  exits: {
    0: `the queue page of all sites takes at most ${MOST.calls} calls and ${MOST.ms} ms`,
    1: "it takes more, or it could not be built or started",
  },
});
const number = (name: keyof typeof values, most: number) =>
  numberOf(name, values[name], { least: 1, most, whole: true });
const sites = number("sites", 5_000);
const comments = number("comments", 1_000_000);
const one = number("one", 1_000_000);
const moderators = number("moderators", 1_000);

const folder = folderForWorkers("scale");
exitOnSignals();
const script = build(join(folder, "bundle"), join(ROOT, "src/lab/strangers/entry.ts"));
const { server, url } = await startWorker(script, folder);

const ask: Ask = async (method, path, body, key = TOKEN) => {
  const answer = await fetchAlone(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
};

const template = await templateOf(ask);
const now = Date.now();
const send = async (site: string, step: object) => {
  await ask("POST", `/v1/sites/${site}/restore`, step);
};
const put = (id: string, count: number) => putSite(send, template, id, count, now);
let next = 0;
const began = performance.now();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let n = next++; n < sites; n = next++)
      await put(`blog-${n}`, Math.max(1, Math.floor(comments / sites)));
  }),
);
await put("large", one);
console.log(
  `${whole(sites)} sites and one more were put in within ${whole((performance.now() - began) / 1000)} s.`,
);

const { visit, crowd, get, signIn } = visitor(url);
const cookies: string[] = [];
const tokens: string[] = [];
for (let n = 0; n < moderators; n++) {
  const person = { name: `Moderator ${n}`, roles: { "*": "moderator" } };
  const { id } = (await ask("POST", "/v1/people", person)) as { id: string };
  const made = await ask("POST", `/v1/people/${id}/tokens`, { name: "scale" });
  tokens.push((made as { token: string }).token);
}
const signedIn = await crowd(
  tokens.map((token) => async () => {
    const answer = await signIn(token)();
    cookies.push(cookieOf(answer));
    return answer;
  }),
  AT_ONCE,
);
const [cookie = ""] = cookies;
const pages = await crowd(
  cookies.map((one) => get("/queue", { cookie: one })),
  AT_ONCE,
);
const as = { cookie };
const looks: Readonly<Record<string, string>> = {
  "the queue of all sites": "/queue",
  "the same, what was stopped": "/queue?tab=spam",
  "the same, a search": "/queue?q=loop",
  "counts of all sites": "/queue/counts",
  "History of all sites": "/history",
  "the list of sites": "/sites",
  "the queue of one site": "/queue?site=blog-0",
  [`the queue of the site with ${whole(one)}`]: "/queue?site=large",
  "the same, a search for a word": "/queue?site=large&tab=all&q=teapot",
  "the same, a search for an author": "/queue?site=large&tab=all&q=author%3A%22Reader+77%22",
  "its published comments": "/queue?site=large&tab=published",
  "its dashboard": "/sites/large/dashboard",
  "its History": "/history?site=large&machine=1",
};
const seen: [string, Visited][] = [
  [`signing in, ${AT_ONCE} at a time`, signedIn],
  [`the queue of all sites, ${moderators} moderators, ${AT_ONCE} at a time`, pages],
];
for (const [name, path] of Object.entries(looks)) seen.push([name, await visit(path, as)]);
await server.dispose();

table(
  `${whole(sites)} sites with ${whole(comments)} comments, and one with ${whole(one)}`,
  ["", "calls of objects", "median ms", "slowest ms", "bytes"],
  seen.map(([name, { calls, median, slowest, bytes }]) => [
    name,
    calls.toFixed(calls % 1 === 0 ? 0 : 1),
    ms(median),
    ms(slowest),
    whole(bytes),
  ]),
);
console.log(`${whole(moderators / pages.seconds)} queue pages a second.`);
const queue = seen.find(([name]) => name === "the queue of all sites")?.[1];
process.exit(queue && queue.calls <= MOST.calls && queue.median <= MOST.ms ? 0 : 1);
