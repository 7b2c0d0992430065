import type { AuthorView } from "../../contract/views.ts";
import type { Site } from "../site.ts";
import type { AuthorKey } from "../tables/comment-lists.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { listingOf } from "./listed.ts";
import { viewOf } from "./views.ts";

/** Past comments told of an author. */
const TOLD = 20;

/** Undefined: no such comment. */
export function authorOf(site: Site, id: string): AuthorView | undefined {
  const row = site.comments.get(id);
  if (!row) return undefined;
  const key = keyOf(row);
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
    listed: listingOf(site.record.settings, row.mail ?? undefined, row.prefix === null ? [] : [row.prefix])
      ?.listing,
    entry: entryOf(row),
  };
}

const keyOf = ({ mail, prefix, comment }: CommentRow): AuthorKey => ({
  mail,
  prefix,
  name: comment.author.name ?? null,
});

/** A line of a list: what the author is known by, and a name for people to read. */
function entryOf({ mail, prefix, comment }: CommentRow): string | undefined {
  const name = (comment.author.name ?? "").replaceAll(/\s+/g, " ").slice(0, 60);
  if (mail !== null) return `author:${mail} ${name}`.trim();
  return prefix === null ? undefined : `network:${prefix} ${name}`.trim();
}
