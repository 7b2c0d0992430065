import type { RestoreStep } from "../contract/upkeep.ts";
import { BrokenBackup, type Header, readBackup } from "./backup/backup-file.ts";
import { callUntilAnswered, running, secret, urlOption } from "./client.ts";
import { command, Refusal } from "./command.ts";

const { values, positionals } = command({
  call: "npm run restore",
  takes: { usage: "FILE", least: 1, most: 1 },
  about: `Makes the site of a backup anew: with its comments, its model and its settings. Its keys work again if HAMLET_SECRET is the
same; else make new ones. ADMIN_TOKEN is taken from the environment or .dev.vars.`,
  options: {
    url: urlOption,
    force: {
      type: "boolean",
      default: false,
      help: "replaces a site of this name; what it has is gone, but people's roles in it",
    },
  },
  examples: ["npm run restore -- my-blog.backup", "npm run restore -- my-blog.backup --force"],
  exits: {
    0: "the site is back",
    1: "nothing answers there, the file is broken, or the site is there already",
  },
});
const [file] = positionals as [string];
const header = await checked();
const url = await running(values.url);

const site = header.site.record.id;
await step({ step: "begin", force: values.force });
let rows = 0;
for await (const line of readBackup(file)) {
  if ("hamlet" in line) continue;
  const { table, columns } = line;
  await step({ step: "rows", table, columns: [...columns], rows: line.rows.map((row) => [...row]) });
  rows += line.rows.length;
}
await step({ step: "finish", site: header.site });
console.log(`The site ${site} is back, with ${rows} rows, as it was at ${header.made}.`);

/** Reads the whole file before anything is touched. */
async function checked(): Promise<Header> {
  let found: Header | undefined;
  try {
    for await (const line of readBackup(file)) if ("hamlet" in line) found = line;
  } catch (failure) {
    if (!(failure instanceof BrokenBackup)) throw Object.assign(failure as Error, { path: file });
    throw new Refusal(`${file} is broken: ${failure.message}. Nothing was changed.`, 1);
  }
  if (!found) throw new Refusal(`${file} is broken: it is empty. Nothing was changed.`, 1);
  return found;
}

async function step(body: RestoreStep): Promise<void> {
  const path = `/v1/sites/${site}/restore`;
  const reply = await callUntilAnswered<{ detail?: string }>(url, secret("ADMIN_TOKEN"), "POST", path, body);
  if (reply.status === 200) return;
  const hint = reply.status === 409 && body.step === "begin" ? " (--force)" : "";
  throw new Refusal(`${reply.body.detail ?? `status ${reply.status}`}${hint}`, 1);
}
