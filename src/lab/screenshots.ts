import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, Refusal } from "../cli/command.ts";
import { exitOnSignals, freePort, ROOT, startService } from "../cli/service.ts";
import { launch } from "./browser.ts";
import { pastLines } from "./screenshots/past.ts";
import { difficult, everyday, wave } from "./screenshots/sample-comments.ts";
import { shots } from "./screenshots/shots.ts";

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
  const post = async (key: string, path: string, body: object | string) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const sent = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(service.url + path, { method: "POST", headers, body: sent });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  await post(TOKEN, "/v1/sites", {
    id: "demo",
    name: "Night ferries",
    url: "https://blog.example",
    hosts: ["blog.example"],
  });
  const submit = (comment: object) => post(KEY, "/v1/sites/demo/comments", comment);
  const browser = await launch();
  if (!browser) throw new Refusal("There is no browser to take screenshots with.", 1);
  const session = { url: service.url, token: TOKEN, out, browser };
  await shots(session, {
    fill: async () => {
      for (const comment of [...everyday.slice(0, 2), ...wave(37), ...everyday.slice(2), ...difficult])
        await submit(comment);
    },
    past: async () => {
      const lines = pastLines(Date.now());
      for (let at = 0; at < lines.length; at += MOST_LINES)
        await post(TOKEN, "/v1/sites/demo/history", lines.slice(at, at + MOST_LINES).join("\n"));
    },
  });
  await browser.close();
} finally {
  await service.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);
