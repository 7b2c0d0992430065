import { createHash } from "node:crypto";
import type { TableRow, Template } from "./template.ts";

/** Rows of one step of a restore. */
const MOST_ROWS = 500;
/** Comments that wait in each site; the others are published. */
export const WAITING = 3;
const DAY = 86_400_000;
/** Comments came in the course of so many days. */
const DAYS = 60;

/** Sends a step of a restore. */
type Send = (site: string, step: object) => Promise<void>;

/** Puts a site with so many comments in, as a restore does. */
export async function putSite(
  send: Send,
  template: Template,
  id: string,
  comments: number,
  now: number,
): Promise<void> {
  await send(id, { step: "begin" });
  for (let from = 0; from < comments; from += MOST_ROWS) {
    const count = Math.min(MOST_ROWS, comments - from);
    const rows = Array.from({ length: count }, (_, i) => rowOf(template, from + i, comments, now));
    await send(id, { step: "rows", table: "comments", columns: template.columns, rows });
  }
  const { record } = template;
  const settings = { ...record.settings, name: `The blog ${id}` };
  const hash = createHash("sha256").update(`key of ${id}`).digest("hex");
  const site = { record: { ...record, id, settings }, keys: [{ hash, n: 1, scope: "site" }] };
  await send(id, { step: "finish", site });
}

/** The n-th of so many comments: one that was taken in, under another id and with a text of its own, the last ones waiting. */
function rowOf({ columns, waiting, published }: Template, n: number, of: number, now: number): TableRow {
  const isWaiting = n >= of - WAITING;
  const some = isWaiting ? waiting : published;
  const arrived = now - Math.floor(((of - n) * DAYS * DAY) / of);
  const given = some[n % some.length] as TableRow;
  return columns.map((column, i) => {
    const cell = given[i] ?? null;
    if (column === "id") return `c${String(n).padStart(7, "0")}`;
    if (column === "arrived" || column === "settled") return arrived;
    if (column === "hash") return createHash("sha256").update(`${n}`).digest("hex");
    return column === "comment" ? told(String(cell), n) : cell;
  });
}

function told(stored: string, n: number): string {
  const comment = JSON.parse(stored) as { content: string; author: { name?: string } };
  const author = { ...comment.author, name: `Reader ${n % 5_000}` };
  return JSON.stringify({ ...comment, content: `${comment.content} Case ${n}.`, author });
}
