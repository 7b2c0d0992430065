import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { Knowledge } from "../contract/import.ts";
import { callUntilAnswered, running, secret, urlOption } from "./client.ts";
import { command, Refusal } from "./command.ts";

const { values, positionals } = command({
  call: "npm run export",
  takes: { usage: "SITE FILE", least: 2, most: 2 },
  about: `Writes what a site knows as lines of JSON that npm run import reads, for moving it to another Hamlet: comments with what they
taught, lessons whose comments are gone, domains. For the same Hamlet, or one with the same HAMLET_SECRET, take npm run backup, which
keeps all. It holds what your readers wrote. ADMIN_TOKEN is taken from the environment or .dev.vars.`,
  options: { url: urlOption },
  examples: ["npm run export -- my-blog my-blog.jsonl", "npm run import -- --site my-blog my-blog.jsonl"],
  exits: { 0: "the file is whole", 1: "nothing answers there, or the site could not be read" },
});
const [site, file] = positionals as [string, string];
const base = await running(values.url);
const token = secret("ADMIN_TOKEN");
const half = `${file}.part`;
process.once("exit", () => rmSync(half, { force: true }));
const out = openSync(half, "w", 0o600);
let count = 0;
for (let cursor: string | null | undefined; cursor !== null; ) {
  const page = await read(cursor);
  for (const line of page.lines) writeSync(out, `${JSON.stringify(line)}\n`);
  count += page.lines.length;
  cursor = page.next;
}
closeSync(out);
renameSync(half, file);
console.log(`${file}: ${count} lines of what the site ${site} knows.`);

async function read(cursor: string | undefined): Promise<Knowledge> {
  const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  const path = `/v1/sites/${encodeURIComponent(site)}/history/lines${query}`;
  const { status, body } = await callUntilAnswered<Knowledge & { detail?: string }>(base, token, "GET", path);
  if (status === 200) return body;
  throw new Refusal(`The site ${site} could not be read: status ${status}, ${body.detail ?? ""}`, 1);
}
