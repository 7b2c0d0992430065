import { callUntilAnswered } from "../../cli/client.ts";
import type { Preview } from "../../contract/preview.ts";
import type { SettingsPatch } from "../../contract/site.ts";
import { distinct } from "../screenshots/sample-comments.ts";
import { KEY, startWorker, TOKEN } from "../worker.ts";
import { ms, table } from "./table.ts";

const COMMENTS = 2000;
const AT_ONCE = 10;
const TIMES = 9;

const ROWS: readonly [string, SettingsPatch, string][] = [
  ["another setting, from scores", { setting: "light" }, "300"],
  ["limits of its own, from scores", { publishBelow: 0.01, rejectAbove: 0.9 }, "300"],
  ["an entry taken out, from scores", { blocked: [] }, "300"],
  ["first comments held", { holdFirstTimers: true }, "300"],
  ["links held: those that may be links read again", { holdLinks: true }, "1,000"],
  ["a new entry: all read again", { blocked: ["teapot", "casino"] }, "1,000"],
  ["another language: all judged again", { languages: ["en"] }, "1,000"],
  ["one with stems of its own: all judged again", { languages: ["es"] }, "1,000"],
  ["another host, which one names: all read again", { hosts: ["diary-5.diaries.example"] }, "1,000"],
  ["another host, which all name: all judged again", { hosts: ["diaries.example"] }, "1,000"],
];

/** What settings would have meant for 2,000 comments: a call of the Worker, of which all but a few milliseconds is the object's. */
export async function benchPreview(script: string, folder: string): Promise<void> {
  const { server, url } = await startWorker(script, folder);
  const post = async <T = unknown>(key: string, path: string, body: object): Promise<T> =>
    (await callUntilAnswered<T>(url, key, "POST", path, body)).body;
  await post(TOKEN, "/v1/sites", { id: "demo", name: "Demo", blocked: ["teapot"] });
  // Each links to a host of its own, all below one.
  const comments = distinct(0, COMMENTS).map((one) => ({
    ...one,
    content: String(one.content).replace(".example", ".diaries.example"),
  }));
  for (let at = 0; at < comments.length; at += AT_ONCE)
    await Promise.all(
      comments.slice(at, at + AT_ONCE).map((comment) => post(KEY, "/v1/sites/demo/comments", comment)),
    );
  const rows = [];
  for (const [name, patch, target] of ROWS) {
    const times = [];
    let seen = 0;
    for (let i = 0; i < TIMES; i++) {
      const start = performance.now();
      const { comments: count } = await post<Preview>(TOKEN, "/v1/sites/demo/preview", patch);
      times.push(performance.now() - start);
      seen = count;
    }
    times.sort((a, b) => a - b);
    rows.push([name, String(seen), ms(times[TIMES >> 1] as number), ms(times.at(-1) as number), target]);
  }
  table(
    `What other settings would have meant, ${TIMES} times each`,
    ["", "comments", "median ms", "slowest ms", "target ms"],
    rows,
  );
  await server.dispose();
}
