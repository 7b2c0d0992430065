import type { AuthorView } from "../../contract/views.ts";
import { entryOf, listingOf } from "../../core/judging/listed.ts";
import { marksOfRow } from "../../core/memory/reputation.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";

/** The part of the network that the comment came from, if that tells readers apart. */
export const tellingPrefix = ({ recent: { shared } }: Site, { prefix }: CommentRow): string | null =>
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
