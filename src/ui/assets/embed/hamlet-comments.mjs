#!/usr/bin/env node
// Writes what was published on a blog's pages into data files, before its pages are built. Node 18 or newer, nothing else.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const USAGE = `node hamlet-comments.mjs https://<your Hamlet>/f/<site> FOLDER PAGES

PAGES says which pages there are: your sitemap, by its address or as a file; or a file with an address in each line.
Writes a file for each page that has comments: FOLDER/<its path, / as _>.json, as {"post", "count", "comments"}, and FOLDER/_counts.json
with the number of comments by page. Files of pages that have none any more are deleted. Ends with 1, and changes nothing, when Hamlet
or the sitemap does not answer.`;

const [base, folder, list] = process.argv.slice(2);
if (!/^https?:\/\/[^/]+\/f\/[a-z0-9-]{1,40}$/.test(base ?? "") || !folder || !list) {
  console.error(USAGE);
  process.exit(2);
}

/** Pages asked for at the same time. */
const AT_ONCE = 4;
/** Of one question: pages, and characters of an address. */
const MOST_PAGES = 100;
const MOST_QUERY = 4_000;

async function get(path) {
  const answer = await fetch(base + path, { headers: { accept: "application/json" } });
  if (answer.ok) return answer.json();
  throw new Error(`${base + path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
}

const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The addresses of a sitemap, also of those that it leads to; or those that stand in lines. */
async function listed(place, isLed = false) {
  const isAddress = /^https?:/.test(place);
  const answer = isAddress ? await fetch(place) : undefined;
  if (answer?.ok === false) throw new Error(`${place}: ${answer.status}`);
  const text = answer ? await answer.text() : await readFile(place, "utf8");
  if (!/<(urlset|sitemapindex)\b/.test(text)) return text.split(/\s+/).filter((line) => line !== "");
  const found = [...text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]+)/g)].map(([, address]) =>
    address.replace(/&(\w+);/g, (whole, name) => SIGNS[name] ?? whole),
  );
  if (!text.includes("<sitemapindex") || isLed) return found;
  return (await Promise.all(found.map((one) => listed(one, true)))).flat();
}

/** By which a page is known, however its address is written. */
const pageOf = (address) => {
  const { host, pathname, search } = new URL(address);
  return `${host}${pathname.replace(/\/index\.html?$/, "/").replace(/\/$/, "")}${search}`;
};

/** Questions for the number of comments of some pages each. */
function questions(addresses) {
  const asked = [""];
  let pages = 0;
  for (const address of addresses) {
    const one = `&post=${encodeURIComponent(address)}`;
    if (pages === MOST_PAGES || asked[0].length + one.length > MOST_QUERY) asked.unshift("");
    pages = asked[0] === "" ? 1 : pages + 1;
    asked[0] += one;
  }
  return asked.filter((query) => query !== "").map((query) => `/counts?${query.slice(1)}`);
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

const addresses = new Map((await listed(list)).map((address) => [pageOf(address), address]));
const counts = {};
for (const question of questions(addresses.values()))
  for (const [address, count] of Object.entries((await get(question)).counts))
    if (count > 0) counts[pageOf(address)] = count;
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
