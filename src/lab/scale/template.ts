import { demoComments } from "../../cli/demo/comments.ts";

export type TableRow = readonly unknown[];

/** What the sites are made of: comments as one site stored them, those that wait and those that were published, and its record. */
export interface Template {
  readonly columns: readonly string[];
  readonly waiting: readonly TableRow[];
  readonly published: readonly TableRow[];
  readonly record: { readonly settings: Readonly<Record<string, unknown>> };
}

interface Backup {
  readonly page: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly rows: readonly TableRow[];
  } | null;
  readonly next: string | null;
  /** On the first page. */
  readonly site?: { readonly record: Template["record"] };
}

/** A call of the API; without a key as the owner. */
export type Ask = (method: string, path: string, body?: object, key?: string) => Promise<unknown>;

const MOST_PAGES = 100;

/** Settings by which all comments wait, and by which hardly any does. */
const held = { publishBelow: 0, rejectAbove: 1 };
const open = { publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 };

/** Lets two sites take comments in, one to have them wait and one to publish them, and reads both back as a backup does. */
export async function templateOf(ask: Ask): Promise<Template> {
  const waiting = await rowsOf(ask, "waiting", held, "pending");
  const published = await rowsOf(ask, "published", open, "published");
  return { ...published, waiting: waiting.rows, published: published.rows };
}

async function rowsOf(ask: Ask, site: string, settings: object, wanted: string) {
  const { key } = (await ask("POST", "/v1/sites", { id: site, ...settings })) as { key: string };
  for (const [n, { about: _, ...comment }] of demoComments.entries())
    await ask("POST", `/v1/sites/${site}/comments`, { ...comment, id: `c${n}` }, key);
  const { columns, rows, record } = await backupOf(ask, `/v1/sites/${site}/backup`);
  const status = columns.indexOf("status");
  const those = rows.filter((row) => row[status] === wanted);
  if (those.length === 0) throw new Error(`no comment is ${wanted}`);
  return { columns, rows: those, record };
}

async function backupOf(ask: Ask, path: string) {
  let record: Template["record"] | undefined;
  let comments: NonNullable<Backup["page"]> | undefined;
  let cursor: string | null = "";
  for (let pages = 0; cursor !== null && !comments && pages < MOST_PAGES; pages++) {
    const query = cursor === "" ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const { page, next, site }: Backup = (await ask("GET", path + query)) as Backup;
    record ??= site?.record;
    if (page?.table === "comments") comments = page;
    cursor = next;
  }
  if (!record || !comments) throw new Error("a backup has no record or no comments");
  return { ...comments, record };
}
