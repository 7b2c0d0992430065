import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { command } from "./command.ts";
import { ROOT } from "./service.ts";

/** What the Worker refuses to run without. */
const NEEDED = ["ADMIN_TOKEN", "HAMLET_SECRET"];

const { values } = command({
  call: "npm run deploy",
  about: `Sends the Worker to Cloudflare, has its KV namespace made, makes the secrets that are missing, and prints the token to sign
in with. Run it again to upgrade.`,
  options: { "dry-run": { type: "boolean", default: false, help: "only builds" } },
  examples: ["npx wrangler login && npm run deploy", "npm run deploy -- --dry-run"],
  exits: { 0: "it runs", 1: "something failed; what was there before still runs" },
});

interface Ran {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs wrangler; `input` goes to its standard input, so that no secret stands in a command line. */
function wrangler(
  args: readonly string[],
  { input, show = false }: { input?: string; show?: boolean } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/wrangler/bin/wrangler.js"), ...args],
    {
      cwd: ROOT,
      encoding: "utf8",
      ...(input !== undefined && { input }),
      stdio: [input === undefined ? "inherit" : "pipe", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    },
  );
  return { ok: status === 0, stdout: stdout ?? "", stderr: stderr ?? "" };
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/**
 * The secrets that the deployed Worker has. No answer is not "none": a HAMLET_SECRET made anew would change every key
 * and forget every address, so nothing is made unless the list was read.
 */
function present(): string[] {
  const { ok, stdout, stderr } = wrangler(["secret", "list", "--format", "json"]);
  if (!ok) fail(`It cannot be told which secrets are set, so none was made. Run this again.\n${stderr}`);
  const list = JSON.parse(stdout.slice(stdout.indexOf("["))) as { name: string }[];
  return list.map(({ name }) => name);
}

if (values["dry-run"]) {
  const { ok } = wrangler(["deploy", "--dry-run"], { show: true });
  process.exit(ok ? 0 : 1);
}
const who = wrangler(["whoami"]);
if (!who.ok || /not authenticated/i.test(who.stdout + who.stderr)) {
  fail("You are not signed in to Cloudflare. Run: npx wrangler login   then again: npm run deploy");
}
console.log("Deploying. The KV namespace is made at the first time.");
if (!wrangler(["deploy"], { show: true }).ok) fail("The deployment failed; wrangler says why above.");

const there = present();
const missing = NEEDED.filter((name) => !there.includes(name));
const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")]));
if (missing.length > 0) {
  const { ok, stderr } = wrangler(["secret", "bulk"], { input: JSON.stringify(made) });
  if (!ok) fail(`The secrets could not be set, and the Worker refuses to run without them:\n${stderr}`);
  console.log(`Made and set: ${missing.join(", ")}.`);
}
if (made.HAMLET_SECRET) {
  console.log(
    `\nKeep a copy of this one: with another, all keys change.\n\n  HAMLET_SECRET ${made.HAMLET_SECRET}`,
  );
}
if (made.ADMIN_TOKEN)
  console.log(`\nSign in with this token, and keep it: it is not shown again.\n\n  ${made.ADMIN_TOKEN}\n`);
console.log(
  "Next: open the address above with /sites, make your blog's site, and wire its webhook (docs/api.md).",
);
