import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { BackupPage, HeldSite } from "../contract/upkeep.ts";
import { BackupWriter } from "./backup/backup-file.ts";
import { callUntilAnswered, running, secret, urlOption } from "./client.ts";
import { command, Refusal } from "./command.ts";

/** What is written while the pages are read makes them a mixture; then it is begun again, so often at most. */
const TRIES = 5;

const { values, positionals } = command({
  call: "npm run backup",
  takes: { usage: "SITE FILE", least: 2, most: 2 },
  about: `Writes everything that a site keeps to a file, with a checksum: comments, decisions, what was learned, settings, hashes
of keys. It holds what your readers wrote: keep it as you keep your mail. ADMIN_TOKEN is taken from the environment or .dev.vars.`,
  options: { url: urlOption },
  examples: [
    "npm run backup -- my-blog my-blog.backup",
    "npm run backup -- my-blog my-blog.backup --url https://hamlet.example",
  ],
  exits: { 0: "the file is whole", 1: "nothing answers there, or the site could not be read" },
});
const [site, file] = positionals as [string, string];
const url = await running(values.url);

const half = `${file}.part`;
process.once("exit", () => rmSync(half, { force: true }));
for (let tries = 1; ; tries++) {
  const rows = await read();
  if (rows !== undefined) {
    renameSync(half, file);
    console.log(`${file}: the site ${site}, ${rows} rows.`);
    break;
  }
  if (tries === TRIES)
    throw new Refusal(
      `Comments kept coming in while ${site} was read, ${TRIES} times. Try again at a quieter hour.`,
      1,
    );
}

/** Writes all pages; answers the number of rows, or undefined if the site changed meanwhile. */
async function read(): Promise<number | undefined> {
  const out = openSync(half, "w", 0o600);
  const writer = new BackupWriter((line) => writeSync(out, line));
  try {
    let mark: string | undefined;
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await ask(cursor);
      if (page.site) writer.header(page.site, new Date());
      mark ??= page.mark;
      if (page.mark !== mark) return undefined;
      if (page.page) writer.page(page.page);
      cursor = page.next;
    }
    if ((await ask(undefined)).mark !== mark) return undefined;
    writer.seal();
    return writer.rows;
  } finally {
    closeSync(out);
  }
}

async function ask(cursor: string | undefined): Promise<BackupPage & { site?: HeldSite }> {
  const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  const reply = await callUntilAnswered<BackupPage & { site?: HeldSite; detail?: string }>(
    url,
    secret("ADMIN_TOKEN"),
    "GET",
    `/v1/sites/${site}/backup${query}`,
  );
  if (reply.status !== 200) throw new Refusal(reply.body.detail ?? `status ${reply.status}`, 1);
  return reply.body;
}
