import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { command } from "./command.ts";
import { configWithMail } from "./mail-config.ts";
import { ROOT } from "./service.ts";

/** What the Worker refuses to run without. */
const NEEDED = ["ADMIN_TOKEN", "HAMLET_SECRET"];
/** Whom mails come from. */
const SENDER = "MAIL_FROM";

const { values } = command({
  call: "npm run deploy",
  about: `Sends the Worker to Cloudflare, has its KV namespace made, makes the secrets that are missing, and prints the token to sign
in with. Run it again to upgrade.`,
  options: {
    mail: { type: "string", help: "lets Hamlet send mail, from this address; it stays so" },
    "dry-run": { type: "boolean", default: false, help: "only builds" },
  },
  examples: [
    "npx wrangler login && npm run deploy",
    "npm run deploy -- --mail hamlet@blog.example",
    "npm run deploy -- --dry-run",
  ],
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

/** The secrets that the deployed Worker has, or why they cannot be told. */
function listed(): { readonly names: readonly string[] } | { readonly fault: string } {
  const { ok, stdout, stderr } = wrangler(["secret", "list", "--format", "json"]);
  if (!ok) return { fault: stderr };
  const list = JSON.parse(stdout.slice(stdout.indexOf("["))) as { name: string }[];
  return { names: list.map(({ name }) => name) };
}

/**
 * The same. No answer is not "none": a HAMLET_SECRET made anew would change every key and forget every address, so nothing
 * is made unless the list was read.
 */
function present(): readonly string[] {
  const list = listed();
  if ("names" in list) return list.names;
  return fail(`It cannot be told which secrets are set, so none was made. Run this again.\n${list.fault}`);
}

/** Whether the Worker may send mail: it is asked for now, or was before. A Worker that is not there yet has no secrets. */
function sendsMail(): boolean {
  if (values.mail !== undefined) return true;
  const list = listed();
  return "names" in list && list.names.includes(SENDER);
}

const deployment = (mail: boolean) => ["deploy", ...(mail ? ["--config", configWithMail()] : [])];

if (values["dry-run"]) {
  const { ok } = wrangler([...deployment(values.mail !== undefined), "--dry-run"], { show: true });
  process.exit(ok ? 0 : 1);
}
const who = wrangler(["whoami"]);
if (!who.ok || /not authenticated/i.test(who.stdout + who.stderr)) {
  fail("You are not signed in to Cloudflare. Run: npx wrangler login   then again: npm run deploy");
}
console.log("Deploying. The KV namespace is made at the first time.");
const mail = sendsMail();
if (!wrangler(deployment(mail), { show: true }).ok) fail("The deployment failed; wrangler says why above.");

const there = present();
const missing = NEEDED.filter((name) => !there.includes(name));
const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")]));
const given = { ...made, ...(values.mail !== undefined && { [SENDER]: values.mail }) };
if (Object.keys(given).length > 0) {
  const { ok, stderr } = wrangler(["secret", "bulk"], { input: JSON.stringify(given) });
  if (!ok) fail(`The secrets could not be set, and the Worker refuses to run without them:\n${stderr}`);
  console.log(`Set: ${Object.keys(given).join(", ")}.`);
}
if (mail) console.log("It may send mail (docs/deploy.md, Mail).");
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
