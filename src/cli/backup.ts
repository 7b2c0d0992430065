import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import type { BackupPage, HeldSite } from "../contract/upkeep.ts";
import { BackupWriter } from "./backup/backup-file.ts";
import { callUntilAnswered, isUp, secret } from "./client.ts";

const USAGE = `npm run backup -- SITE FILE [--url URL]

  Everything that a site keeps, with a checksum: comments, decisions, what was learned, settings, hashes of keys.
  It holds what your readers wrote: keep it as you keep your mail.

  --url URL   where Hamlet runs (default http://localhost:8787); its token: ADMIN_TOKEN`;

/** What is written while the pages are read makes them a mixture; then it is begun again, so often at most. */
const TRIES = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: "string", default: `http://localhost:${process.env.PORT ?? 8787}` } },
});
const [site = "", file = ""] = positionals;
if (site === "" || file === "") fail(USAGE, 2);
if (!(await isUp(values.url))) fail(`Nothing answers at ${values.url}.`, 1);

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
    fail(`Comments kept coming in while ${site} was read, ${TRIES} times. Try again at a quieter hour.`, 1);
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
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
    values.url,
    secret("ADMIN_TOKEN"),
    "GET",
    `/v1/sites/${site}/backup${query}`,
  );
  if (reply.status !== 200) fail(reply.body.detail ?? `status ${reply.status}`, 1);
  return reply.body;
}
