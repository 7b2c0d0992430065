#!/usr/bin/env node
// Writes what was published on a blog's pages into data files, before its pages are built. Node 18 or newer, nothing else.
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const USAGE = `node hamlet-comments.mjs https://<your Hamlet>/f/<site> FOLDER

Writes a file for each page that has comments: FOLDER/<its path, / as _>.json, as {"post", "count", "comments"}, and FOLDER/_counts.json
with the number of comments by page. Files of pages that have none any more are deleted. Ends with 1, and changes nothing, when Hamlet
does not answer.`;

const [base, folder] = process.argv.slice(2);
if (!/^https?:\/\/[^/]+\/f\/[a-z0-9-]{1,40}$/.test(base ?? "") || !folder) {
  console.error(USAGE);
  process.exit(2);
}

/** Pages asked for at the same time. */
const AT_ONCE = 4;

async function get(path) {
  const answer = await fetch(base + path, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${base + path}: ${answer.status}`);
  return answer.json();
}

/** The name of a page's file: its path, in characters that every file system takes. */
const nameOf = (page) => {
  const { pathname, search } = new URL(`https://${page}`);
  const name = decodeURI(pathname + search)
    .replace(/^\/|\/$/g, "")
    .replace(/[^\p{L}\p{N}.-]+/gu, "_")
    .slice(0, 100);
  return name || "home";
};

const { counts } = await get("/counts");
const pages = Object.keys(counts).sort();
const files = new Map([["_counts.json", counts]]);
/** Two pages of one path, as of two hosts, have two files. */
const names = new Map();
for (const page of pages) {
  const name = nameOf(page);
  const taken = [...names.values()].filter((other) => other === name || other.startsWith(`${name}~`)).length;
  names.set(page, taken === 0 ? name : `${name}~${taken + 1}`);
}
for (let at = 0; at < pages.length; at += AT_ONCE)
  await Promise.all(
    pages.slice(at, at + AT_ONCE).map(async (page) => {
      const post = `https://${page}`;
      const found = await get(`/comments?post=${encodeURIComponent(post)}`);
      files.set(`${names.get(page)}.json`, { post, ...found });
    }),
  );

await mkdir(folder, { recursive: true });
for (const [name, content] of files) {
  const part = join(folder, `.${name}.part`);
  await writeFile(part, `${JSON.stringify(content, null, 2)}\n`);
  await rename(part, join(folder, name));
}
for (const name of await readdir(folder))
  if (name.endsWith(".json") && !files.has(name)) await rm(join(folder, name));
console.log(`${pages.length} pages with comments in ${resolve(folder)}`);
