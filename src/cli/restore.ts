import { parseArgs } from "node:util";
import type { RestoreStep } from "../contract/upkeep.ts";
import { BrokenBackup, type Header, readBackup } from "./backup/backup-file.ts";
import { callUntilAnswered, isUp, secret } from "./client.ts";

const USAGE = `npm run restore -- FILE [--force] [--url URL]

  Makes the site of a backup anew: with its comments, its model and its settings. Its keys work again if HAMLET_SECRET is
  the same; else make new ones.

  --force     replace a site of this name; what it has is gone
  --url URL   where Hamlet runs (default http://localhost:8787); its token: ADMIN_TOKEN`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: `http://localhost:${process.env.PORT ?? 8787}` },
    force: { type: "boolean", default: false },
  },
});
const [file = ""] = positionals;
if (file === "") fail(USAGE, 2);
const header = await checked();
if (!(await isUp(values.url))) fail(`Nothing answers at ${values.url}.`, 1);

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

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

/** Reads the whole file before anything is touched. */
async function checked(): Promise<Header> {
  let found: Header | undefined;
  try {
    for await (const line of readBackup(file)) if ("hamlet" in line) found = line;
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    fail(failure instanceof BrokenBackup ? `${file} is broken: ${why}. Nothing was changed.` : why, 1);
  }
  return found ?? fail(`${file} is broken: it is empty. Nothing was changed.`, 1);
}

async function step(body: RestoreStep): Promise<void> {
  const path = `/v1/sites/${site}/restore`;
  const reply = await callUntilAnswered<{ detail?: string }>(
    values.url,
    secret("ADMIN_TOKEN"),
    "POST",
    path,
    body,
  );
  if (reply.status === 200) return;
  const hint = reply.status === 409 && body.step === "begin" ? " (--force)" : "";
  fail(`${reply.body.detail ?? `status ${reply.status}`}${hint}`, 1);
}
