import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type { AkismetKeyMade, SiteView, SiteWithSecrets } from "../contract/site.ts";
import { call, isUp, secret } from "./client.ts";

const USAGE = `npm run -s sites -- COMMAND [options]

  list                      all sites
  create ID [--name N] [--address URL] [--host H]…
  rotate ID                 a new key and new secrets; the ones before stay valid until the next
  akismet ID                a key for Akismet clients, which opens nothing else
  revoke ID N               key N opens nothing any more
  delete ID [--yes ID]      with everything it stored

  --url URL                 where Hamlet runs (default http://localhost:8787); its token: ADMIN_TOKEN`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: `http://localhost:${process.env.PORT ?? 8787}` },
    name: { type: "string" },
    address: { type: "string" },
    host: { type: "string", multiple: true },
    yes: { type: "string" },
  },
});
const [command, id = "", n = ""] = positionals;
const commands: Readonly<Record<string, () => Promise<void>>> = {
  list,
  create,
  rotate,
  akismet,
  revoke,
  delete: remove,
};
const chosen = command === undefined ? undefined : commands[command];
if (!chosen || (command !== "list" && id === "") || (command === "revoke" && n === "")) fail(USAGE, 2);
if (!(await isUp(values.url))) fail(`Nothing answers at ${values.url}.`, 1);
await chosen();

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

/** A call as the owner; anything but success ends the command with the service's own words. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await call<T & { detail?: string; errors?: { pointer: string; detail: string }[] }>(
    values.url,
    secret("ADMIN_TOKEN"),
    method,
    `/v1/sites${path}`,
    body,
  );
  if (reply.status < 300) return reply.body;
  const errors = reply.body.errors?.map(({ pointer, detail }) => `${pointer}: ${detail}`) ?? [];
  return fail([reply.body.detail ?? `status ${reply.status}`, ...errors].join("\n"), 1);
}

async function list(): Promise<void> {
  const { sites } = await ask<{ sites: SiteView[] }>("GET", "");
  for (const site of sites) {
    const valid = site.keys.filter((key) => key.revokedAt === null).map((key) => key.n);
    console.log(`${site.id.padEnd(20)} ${site.settings.name.padEnd(30)} keys ${valid.join(", ") || "none"}`);
  }
  if (sites.length === 0) console.log("No site yet.");
}

async function create(): Promise<void> {
  const { name, address, host } = values;
  show(
    await ask<SiteWithSecrets>("POST", "", {
      id,
      ...(name && { name }),
      ...(address && { url: address }),
      ...(host && { hosts: host }),
    }),
  );
}

async function rotate(): Promise<void> {
  show(await ask<SiteWithSecrets>("POST", `/${id}/keys`));
}

async function akismet(): Promise<void> {
  const { n, key } = await ask<AkismetKeyMade>("POST", `/${id}/keys`, { scope: "akismet" });
  console.log(`Akismet key       ${key}\nIt is number ${n} and is not shown again.`);
}

async function revoke(): Promise<void> {
  await ask("DELETE", `/${id}/keys/${n}`);
  console.log(`Key ${n} of ${id} is revoked.`);
}

async function remove(): Promise<void> {
  if ((values.yes ?? (await typed())) !== id) fail("Nothing was deleted.", 1);
  await ask("DELETE", `/${id}`);
  console.log(`${id} is deleted.`);
}

async function typed(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Type ${id} to delete it with everything it stored: `);
  terminal.close();
  return answer.trim();
}

function show({ id: site, key, intakeSecret, deliverySecret }: SiteWithSecrets): void {
  console.log(`site              ${site}
site key          ${key}
intake secret     ${intakeSecret}
delivery secret   ${deliverySecret}
These are not shown again.`);
}
