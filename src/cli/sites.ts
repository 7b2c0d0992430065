import { createInterface } from "node:readline/promises";
import type { AkismetKeyMade } from "../contract/key-made.ts";
import type { SiteView, SiteWithSecrets } from "../contract/site.ts";
import { call, running, secret, urlOption } from "./client.ts";
import { command, Refusal } from "./command.ts";

const { values, positionals } = command({
  call: "npm run -s sites",
  takes: { usage: "COMMAND", least: 1, most: 3 },
  about: `list           all sites
create ID      a site, with its key and its secrets
rotate ID      a new key and new secrets; the ones before stay valid until the next
akismet ID     a key for Akismet clients, which opens nothing else
revoke ID N    key N opens nothing any more
delete ID      with everything it stored

ADMIN_TOKEN is taken from the environment or .dev.vars.`,
  options: {
    url: urlOption,
    name: { type: "string", value: "NAME", help: "create: what the site is called" },
    address: { type: "string", value: "URL", help: "create: the blog's address" },
    host: {
      type: "string",
      multiple: true,
      value: "HOST",
      help: "create: a host of the blog's own; may be repeated",
    },
    yes: {
      type: "string",
      value: "ID",
      help: "delete: the site's id once more, instead of typing it when asked",
    },
  },
  examples: [
    "npm run -s sites -- list",
    "npm run -s sites -- create my-blog --address https://blog.example --host blog.example",
    "npm run -s sites -- revoke my-blog 2",
  ],
  exits: { 0: "done", 1: "nothing answers there, or it was refused; stderr says why" },
});
const [name = "", id = "", n = ""] = positionals;
const commands: Readonly<Record<string, { takes: number; run: () => Promise<void> }>> = {
  list: { takes: 1, run: list },
  create: { takes: 2, run: create },
  rotate: { takes: 2, run: rotate },
  akismet: { takes: 2, run: akismet },
  revoke: { takes: 3, run: revoke },
  delete: { takes: 2, run: remove },
};
const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!chosen) throw new Refusal(`There is no command ${name}; there are ${Object.keys(commands).join(", ")}.`);
if (positionals.length !== chosen.takes)
  throw new Refusal(
    `${name} takes ${["nothing more", "a site's id", "a site's id and a key's number"][chosen.takes - 1]}.`,
  );
const url = await running(values.url);
await chosen.run();

/** A call as the owner; anything but success ends the command with the service's own words. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await call<T & { detail?: string; errors?: { pointer: string; detail: string }[] }>(
    url,
    secret("ADMIN_TOKEN"),
    method,
    `/v1/sites${path}`,
    body,
  );
  if (reply.status < 300) return reply.body;
  const errors = reply.body.errors?.map(({ pointer, detail }) => `${pointer}: ${detail}`) ?? [];
  throw new Refusal([reply.body.detail ?? `status ${reply.status}`, ...errors].join("\n"), 1);
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
  const { name: called, address, host } = values;
  show(
    await ask<SiteWithSecrets>("POST", "", {
      id,
      ...(called && { name: called }),
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
  if ((values.yes ?? (await typed())) !== id) throw new Refusal("Nothing was deleted.", 1);
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
