import type { AuthorView } from "../../contract/views.ts";
import { marksOfRow } from "../../core/memory/marks.ts";
import type { Site } from "../site.ts";
import type { AuthorKey } from "../tables/comment-lists.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { entryOf, listingOf } from "./listed.ts";
import { viewOf } from "./views.ts";

/** Past comments told of an author. */
const TOLD = 20;

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

/** The part of the network that the comment came from, if that tells readers apart. */
const tellingPrefix = ({ recent: { shared } }: Site, { prefix }: CommentRow): string | null =>
  prefix !== null && shared.has(prefix) ? null : prefix;

/** By what an author can be known again, and whether the owner has listed her. Reads no other comment. */
export function knownOf(
  site: Site,
  row: CommentRow,
): Pick<AuthorView, "knownBy" | "entry" | "listed" | "marked"> {
  const prefix = tellingPrefix(site, row);
  const marks = marksOfRow(row).filter((mark) => !site.recent.shared.has(mark));
  const entry = entryOf(row, prefix, marks);
  return {
    knownBy: row.mail !== null ? "mail" : prefix !== null ? "network" : "name",
    listed: listingOf(site.record.settings, entry),
    entry,
    marked: marks.length > 0,
  };
}
