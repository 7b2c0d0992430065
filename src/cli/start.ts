import { join } from "node:path";
import { command } from "./command.ts";
import { configWithMail } from "./mail-config.ts";
import { ensureSecrets } from "./secrets-file.ts";
import { exitOnSignals, isFree, ROOT, type Service, startService } from "./service.ts";

/** Cron does not fire by itself on one's own machine: this is what wrangler.toml says. */
const CRON_EVERY = 5 * 60_000;

command({
  call: "npm start",
  about: `Starts Hamlet on this machine, with its data in .wrangler/state and its secrets in .dev.vars, which it makes; and the
demo site. PORT chooses the port (8787); the other commands follow it.`,
  examples: ["npm start", "PORT=8788 npm start"],
  exits: { 0: "it was stopped", 1: "it could not start, or it ended by itself" },
});
const port = Number(process.env.PORT ?? 8787);
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  fail(`PORT must be a number from 1 to 65535, not ${process.env.PORT}.`);
if (!(await isFree(port))) fail(`Port ${port} is taken. Choose another: PORT=8788 npm start`);

let service: Service | undefined;
let stopping = false;
exitOnSignals(leave);
const secrets = ensureSecrets(join(ROOT, ".dev.vars"));
const config = secrets.MAIL_FROM ? { config: configWithMail() } : {};
service = await startService({ port, state: join(ROOT, ".wrangler/state"), ...config }).catch(
  (failure: Error) => fail(failure.message),
);
const { url } = service;
await provision(url);
greet(url);

setInterval(() => fetch(`${url}/__scheduled`).catch(() => undefined), CRON_EVERY).unref();
const reason = await service.ended;
if (!stopping) {
  await service.stop();
  fail(`Hamlet stopped: ${reason}. What was acknowledged is stored; start it again.`);
}

/** Ends the service, or, when it is not up yet, this process and with it whatever was started. */
async function leave(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (service === undefined) process.exit(code);
  await service.stop();
  process.exit(0);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** The demo site, if it is not there yet. */
async function provision(url: string): Promise<void> {
  const response = await fetch(`${url}/v1/sites`, {
    method: "POST",
    headers: { authorization: `Bearer ${secrets.ADMIN_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify({
      id: "demo",
      name: "Demo blog",
      url: "https://blog.example",
      hosts: ["blog.example"],
    }),
  });
  if (response.status !== 201 && response.status !== 409)
    fail(`The demo site could not be made: ${await response.text()}`);
}

function greet(url: string): void {
  console.log(`
Hamlet runs at ${url}

  The queue   ${url}/queue
  Sign in     with any name and the token ${secrets.ADMIN_TOKEN}
  The API     ${url}/docs

Post a comment to the demo site:

  curl ${url}/v1/sites/demo/comments \\
    -H 'authorization: Bearer ${secrets.DEMO_SITE_KEY}' \\
    -H 'content-type: application/json' \\
    -d '{"content": "Great post! Visit http://casino.example.com", "author": {"name": "Best Casino"}}'

Forty lifelike comments: npm run demo     Stop: Ctrl-C
`);
}
