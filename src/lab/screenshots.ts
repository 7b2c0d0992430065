import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, Refusal } from "../cli/command.ts";
import { exitOnSignals, freePort, ROOT, startService } from "../cli/service.ts";
import { launch } from "./browser.ts";
import { pastLines } from "./screenshots/past.ts";
import { distinct } from "./screenshots/sample-comments.ts";
import { shots } from "./screenshots/shots.ts";
import { before, type Came, twoBlogs } from "./screenshots/two-blogs.ts";

const TOKEN = "screenshots-token-of-forty-characters-000";
const KEY = "screenshots1";
/** Lines of history in one call. */
const MOST_LINES = 200;

const { positionals } = command({
  call: "npm run screenshots",
  takes: { usage: "[FOLDER]", least: 0, most: 1 },
  about:
    "Makes the pictures of docs/moderating.md anew, of a service of its own, into docs/screenshots or another folder.",
  examples: ["npm run screenshots", "npm run screenshots -- pictures"],
  exits: { 0: "the pictures are there", 1: "there is no browser, or the service did not start" },
});
exitOnSignals();
const folder = mkdtempSync(join(tmpdir(), "hamlet-screenshots-"));
const secrets = join(folder, "secrets");
writeFileSync(
  secrets,
  `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="screenshots-secret-of-thirty-two-and-more"\nDEMO_SITE_KEY="${KEY}"\n`,
);
const out = positionals[0] ?? join(ROOT, "docs/screenshots");
mkdirSync(out, { recursive: true });
const service = await startService({ port: await freePort(), state: join(folder, "state"), secrets });
try {
  const post = async (key: string, path: string, body: object | string): Promise<{ key: string }> => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const sent = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(service.url + path, { method: "POST", headers, body: sent });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { key: string };
  };
  const site = (id: string, name: string, host: string) =>
    post(TOKEN, "/v1/sites", { id, name, url: `https://${host}`, hosts: [host], sendReplies: true });
  const { key: second } = await site("brot", "Brot & Zeit", "brot.example");
  await site("demo", "Tidewater Notes", "tides.example");
  const keys = { demo: KEY, brot: second };
  const submit = ({ site, ...comment }: Came) => post(keys[site], `/v1/sites/${site}/comments`, comment);
  const decide = (site: Came["site"], id: string, decision: string, by: string) =>
    post(keys[site], `/v1/sites/${site}/comments/${id}/decision`, { decision, by });
  const browser = await launch();
  if (!browser) throw new Refusal("There is no browser to take screenshots with.", 1);
  const session = { url: service.url, token: TOKEN, out, browser };
  await shots(session, {
    fill: async () => {
      for (const comment of before) {
        await submit(comment);
        await decide(comment.site, comment.id, "approve", "Anna");
      }
      for (const comment of distinct(0, 9)) await submit({ ...comment, site: "demo" });
      for (const comment of twoBlogs) await submit(comment);
    },
    past: async () => {
      const lines = pastLines(Date.now());
      for (let at = 0; at < lines.length; at += MOST_LINES)
        await post(TOKEN, "/v1/sites/demo/history", lines.slice(at, at + MOST_LINES).join("\n"));
    },
    decide: (id, decision, by) => decide("demo", id, decision, by),
  });
  await browser.close();
} finally {
  await service.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);
