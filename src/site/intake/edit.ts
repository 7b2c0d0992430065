import type { Status } from "../../core/judging/decision.ts";
import { witnessedBy } from "../decisions/decide.ts";
import { writeEvent } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import type { EarlierText } from "../tables/earlier-texts.ts";
import { replacedSpam } from "../tables/remembered-row.ts";

/** What was decided on a text stays with it; one that a person called spam stays in mind as such, under no comment's id. */
export function keepEarlier(site: Site, known: CommentRow, until: number): void {
  const isDecided = known.decisions.length > 0;
  const isSpam = isDecided && known.status === "spam" && known.exact !== null && known.sketch !== null;
  const text: EarlierText = {
    until,
    text: known.comment.content,
    ...(isDecided && { witness: witnessedBy(site, known) }),
    ...(isSpam && { spam: { exact: known.exact as string, sketch: [...(known.sketch as Uint32Array)] } }),
  };
  site.earlier.keep(known.id, text);
  for (const trace of replacedSpam({ ...known, post: known.comment.post.url }, [text]))
    site.recent.remember(trace);
}

/** An edit stands in the history; the blog has the answer to it. Answers the event's sequence. */
export function noteEdit(site: Site, row: CommentRow, before: Status): number {
  const edited = {
    type: "comment.edited",
    decision: null,
    actor: { name: "author" },
    before,
    at: row.settled,
  } as const;
  return writeEvent(site, row, { ...edited, silent: true });
}
