import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { ROOT } from "../../cli/service.ts";
import { launch } from "../browser.ts";
import { distinct } from "../screenshots/sample-comments.ts";
import { fetchAlone, KEY, startWorker, TOKEN } from "../worker.ts";
import { sendAll } from "./connections.ts";
import { ms, table, whole } from "./table.ts";

const WAITING = 10_000;
const VISITS = 15;
const DECISIONS = 30;
const ASSETS = join(ROOT, "src/ui/assets");

/** The queue page with 10,000 waiting: how long it takes, what it weighs, and how soon the next row is there after a key. */
export async function benchPage(script: string, folder: string): Promise<void> {
  const { server, url } = await startWorker(script, folder);
  await fill(url);
  const cookie = await signIn(url);
  const rows = [];
  for (const [name, path, target] of VIEWS) rows.push(await visits(name, url + path, cookie, target));
  table(
    `The queue page with ${whole(WAITING)} waiting, ${VISITS} visits each`,
    ["", "first byte ms", "whole page ms", "slowest ms", "target ms"],
    rows,
  );
  await weight(url, cookie);
  const browser = await launch();
  if (browser) await keys(browser, url, cookie);
  await server.dispose();
}

const VIEWS: readonly [string, string, string][] = [
  ["oldest first", "/queue", "300"],
  ["most doubtful first", "/queue?sort=doubtful", "300"],
  ["a word, all places", "/queue?tab=all&q=teapot", ""],
  ["a rare author", "/queue?tab=all&q=author%3A%22Reader+9999%22", ""],
  ["a reason and a score", "/queue?q=reason%3Alink-count+score%3E0.7", ""],
];

async function fill(url: string): Promise<void> {
  const sent = (key: string, path: string, body: unknown) => ({
    url: url + path,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const site = { id: "demo", name: "Demo", publishBelow: 0, rejectAbove: 1 };
  await sendAll(1, () => sent(TOKEN, "/v1/sites", site));
  const comments = distinct(0, WAITING);
  await sendAll(WAITING, (n) => sent(KEY, "/v1/sites/demo/comments", comments[n]));
}

async function signIn(url: string): Promise<string> {
  const body = new URLSearchParams({ token: TOKEN, name: "Anna", next: "/queue" });
  const headers = { origin: url };
  const response = await fetchAlone(`${url}/login`, { method: "POST", redirect: "manual", headers, body });
  return /hamlet_session=[^;]+/.exec(response.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

async function visits(name: string, url: string, cookie: string, target: string): Promise<string[]> {
  const first: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < VISITS; i++) {
    const start = performance.now();
    const response = await fetchAlone(url, { headers: { cookie } });
    first.push(performance.now() - start);
    await response.text();
    all.push(performance.now() - start);
    if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  }
  return [name, ms(median(first)), ms(median(all)), ms(Math.max(...all)), target];
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] as number;

async function weight(url: string, cookie: string): Promise<void> {
  const page = await (await fetchAlone(`${url}/queue`, { headers: { cookie } })).text();
  const scripts = readdirSync(ASSETS).filter((name) => name === "queue.js");
  const script = scripts.reduce((sum, name) => sum + statSync(join(ASSETS, name)).size, 0);
  const style = readFileSync(join(ASSETS, "style.css"));
  const row = (name: string, bytes: number, gzip: number, target: string) => [
    name,
    whole(bytes),
    whole(gzip),
    target,
  ];
  const gzip = (text: string | Buffer) => gzipSync(text).length;
  table(
    "What the queue page weighs, bytes",
    ["", "bytes", "gzip", "target"],
    [
      row("page of 50 comments", Buffer.byteLength(page), gzip(page), "71,680"),
      row(
        "script",
        script,
        scripts.reduce((sum, name) => sum + gzip(readFileSync(join(ASSETS, name))), 0),
        "61,440",
      ),
      row("style", style.length, gzip(style), ""),
    ],
  );
}

/** In a browser: from the key to the frame that shows the next row as the current one. */
async function keys(browser: Browser, url: string, cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  const page = await browser.newPage();
  await page.context().addCookies([{ name, value, url }]);
  // wrangler serves these when it is deployed; here only the Worker itself runs.
  await page.route(/\.(?:js|css|svg)$/, (route) =>
    route.fulfill({ path: join(ASSETS, new URL(route.request().url()).pathname) }),
  );
  await page.goto(`${url}/queue`);
  await page.locator("html.js").waitFor();
  const times = await page.evaluate<number[]>(`(async () => {
    const times = [];
    for (let i = 0; i < ${DECISIONS}; i++) {
      const before = document.querySelector(".row.is-open");
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const start = performance.now();
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "d", code: "KeyD", bubbles: true }));
      do await new Promise(requestAnimationFrame);
      while (document.querySelector(".row.is-open") === before || !document.querySelector(".row.is-open .lede"));
      times.push(performance.now() - start);
    }
    return times;
  })()`);
  table(
    `The next row after a key that decides, ${DECISIONS} times in a browser`,
    ["", "median ms", "slowest ms", "target ms"],
    [["discard by d", ms(median(times)), ms(Math.max(...times)), "100"]],
  );
  await browser.close();
}
