import type { AuthorView } from "../../contract/views.ts";
import { isSameAuthor } from "../../core/judging/listed.ts";
import type { Site } from "../site.ts";
import type { AuthorKey } from "../tables/comment-lists.ts";
import { knownOf, tellingPrefix, viewOf } from "./views.ts";

/** Past comments told of an author. */
const TOLD = 20;

/** By what the authors of comments would stand in a list, each once: those of whom something is known, and who stand in none. */
export function entriesOf(site: Site, ids: readonly string[]): string[] {
  const entries: string[] = [];
  for (const id of ids) {
    const row = site.comments.get(id);
    const { entry, listed } = row ? knownOf(site, row) : {};
    if (entry === undefined || listed !== undefined) continue;
    if (!entries.some((other) => isSameAuthor(other, entry))) entries.push(entry);
  }
  return entries;
}

/** Undefined: no such comment. */
export function authorOf(site: Site, id: string): AuthorView | undefined {
  const row = site.comments.get(id);
  if (!row) return undefined;
  const { entry, ...known } = knownOf(site, row);
  const prefix = tellingPrefix(site, row);
  const key: AuthorKey = { mail: row.mail, prefix, name: row.comment.author.name ?? null };
  const { counts, first, last, names } = site.lists.authorFigures(key);
  return {
    site: site.record.id,
    id,
    name: row.comment.author.name ?? "",
    email: row.comment.author.email,
    counts,
    firstSeen: first,
    lastSeen: last,
    names,
    past: site.lists.byAuthor(key, TOLD).map((past) => viewOf(site, past)),
    entry,
    ...known,
  };
}
