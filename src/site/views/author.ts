import type { AuthorView } from "../../contract/views.ts";
import { marksOfRow } from "../../core/memory/marks.ts";
import type { Site } from "../site.ts";
import type { AuthorKey } from "../tables/comment-lists.ts";
import { entryOf, listingOf } from "./listed.ts";
import { viewOf } from "./views.ts";

/** Past comments told of an author. */
const TOLD = 20;

/** Undefined: no such comment. */
export function authorOf(site: Site, id: string): AuthorView | undefined {
  const row = site.comments.get(id);
  if (!row) return undefined;
  const { shared } = site.recent;
  const prefix = row.prefix !== null && shared.has(row.prefix) ? null : row.prefix;
  const marks = marksOfRow(row).filter((mark) => !shared.has(mark));
  const entry = entryOf(row, prefix, marks);
  const key: AuthorKey = { mail: row.mail, prefix, name: row.comment.author.name ?? null };
  const { counts, first, last, names } = site.lists.authorFigures(key);
  return {
    site: site.record.id,
    id,
    name: row.comment.author.name ?? "",
    email: row.comment.author.email,
    knownBy: key.mail !== null ? "mail" : key.prefix !== null ? "network" : "name",
    counts,
    firstSeen: first,
    lastSeen: last,
    names,
    past: site.lists.byAuthor(key, TOLD).map((past) => viewOf(site, past)),
    listed: listingOf(site.record.settings, entry),
    entry,
    marked: marks.length > 0,
  };
}
