import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { answered } from "../../../src/lab/worker.ts";
import { api, aService, KEY, TOKEN } from "../../browser/session.ts";

const SCRIPT = join(import.meta.dirname, "../../../src/ui/assets/embed/hamlet-comments.mjs");
const LOOPS = "https://blog.example/posts/loops/";

let service: Service & { clean: () => Promise<void> };
let folder: string;
let elsewhere: string;

beforeAll(async () => {
  service = await aService();
  folder = mkdtempSync(join(tmpdir(), "hamlet-files-"));
  elsewhere = mkdtempSync(join(tmpdir(), "hamlet-list-"));
});
afterAll(async () => {
  for (const one of [folder, elsewhere]) rmSync(one, { recursive: true, force: true });
  await service?.clean();
});
beforeEach(async () => {
  await api(service.url, TOKEN, "DELETE", "/v1/sites/demo");
  await api(service.url, TOKEN, "POST", "/v1/sites", { id: "demo", hosts: ["blog.example"], form: true });
});

const submit = async (id: string, content: string, post: string) => {
  await api(service.url, KEY, "POST", "/v1/sites/demo/comments", {
    id,
    content,
    post: { url: post },
    author: { name: "Ada" },
  });
  await api(service.url, KEY, "POST", `/v1/sites/demo/comments/${id}/decision`, { decision: "approve" });
};

const urlset = (addresses: readonly string[]) =>
  `<?xml version="1.0"?><urlset>${addresses.map((one) => `<url><loc>${one}</loc></url>`).join("\n")}</urlset>`;
/** Runs the script with a list of pages in a file. */
function fetchInto(base: string, pages: string): Promise<{ status: number; stderr: string }> {
  const list = join(elsewhere, "pages");
  writeFileSync(list, pages);
  return new Promise((resolve) => {
    const script = execFile("node", [SCRIPT, base, folder, list], (_, __, stderr) =>
      resolve({ status: script.exitCode ?? -1, stderr }),
    );
  });
}
const file = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

describe("comments as data files, before pages are built", () => {
  it("are a file for each listed page that has some, and follow what is there", async () => {
    const about = "https://blog.example/über uns/?a=1&b=2";
    await submit("c1", "Why is the index counted down?", LOOPS);
    await submit("c2", "The table has seven rows, not eight.", about);
    await submit("c3", "Nobody but its readers knows of this page.", "https://blog.example/unlisted/");
    const none = Array.from({ length: 250 }, (_, i) => `https://blog.example/${"long/".repeat(20)}${i}`);
    const listed = [LOOPS, encodeURI(about).replace("&", "&amp;"), ...none];
    const first = await fetchInto(`${service.url}/f/demo`, urlset(listed));
    expect([first.status, first.stderr]).toEqual([0, ""]);
    expect(readdirSync(folder).sort()).toEqual(["_counts.json", "posts_loops.json", "über_uns_a_1_b_2.json"]);
    expect(file("posts_loops.json")).toMatchObject({
      post: "https://blog.example/posts/loops",
      count: 1,
      comments: [{ id: "c1", name: "Ada", html: "<p>Why is the index counted down?</p>" }],
    });
    expect(file("_counts.json")["blog.example/posts/loops"]).toBe(1);
    const second = await fetchInto(
      `${service.url}/f/demo`,
      `${LOOPS}index.html#comments\nhttps://blog.example/unlisted/\n`,
    );
    expect([second.status, second.stderr]).toEqual([0, ""]);
    expect(readdirSync(folder).sort()).toEqual(["_counts.json", "posts_loops.json", "unlisted.json"]);
  });

  it("stay as they are when Hamlet does not answer", async () => {
    const before = readdirSync(folder);
    const failed = await fetchInto(`${service.url}/f/none`, LOOPS);
    const foreign = await fetchInto(`${service.url}/f/demo`, `${LOOPS}\nhttps://elsewhere.example/`);
    expect([failed.status, foreign.status, readdirSync(folder)]).toEqual([1, 1, before]);
    expect(foreign.stderr).toContain("an address on one of the site's hosts");
  });
});

describe("ten thousand posts of one network", () => {
  it("are ten a minute, each other gets its text back, and what was acknowledged is there", async () => {
    const text = (n: number) => `Comment number ${n} of a long night`;
    const once = async (n: number) => {
      const answer = await fetch(`${service.url}/f/demo`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: "https://blog.example", ...(n % 100 === 0 && { accept: "application/json" }) },
        body: new URLSearchParams({ post: LOOPS, comment: text(n), name: "Bot" }),
      });
      const body = await answer.text();
      return {
        status: answer.status,
        kept: answer.status !== 429 || n % 100 === 0 || body.includes(text(n)),
      };
    };
    // A kept connection may be closed as the next post is on its way: that one went unread.
    const post = (n: number) => answered(() => once(n), 6);
    const began = Date.now();
    const answers: Awaited<ReturnType<typeof post>>[] = [];
    for (let at = 0; at < 10_000; at += 20)
      answers.push(...(await Promise.all(Array.from({ length: 20 }, (_, i) => post(at + i)))));
    const taken = answers.filter(({ status }) => status !== 429);
    const minutes = Math.ceil((Date.now() - began) / 60_000) + 1;
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThanOrEqual(10 * minutes);
    expect(taken.every(({ status }) => status === 303 || status === 201)).toBe(true);
    expect(answers.every(({ kept }) => kept)).toBe(true);
    const { body } = await api(service.url, TOKEN, "GET", "/v1/sites/demo/integrity");
    const { counts } = body as { counts: Readonly<Record<string, number>> };
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(taken.length);
  });
});
