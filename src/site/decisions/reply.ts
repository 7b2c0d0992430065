import type { Replied } from "../../contract/decided.ts";
import type { ReplyRequest } from "../../contract/decision.ts";
import { takesReplies, writeEvent } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { viewOf } from "../views/views.ts";
import { alreadyDecided, type Circumstances, decide } from "./decide.ts";

/**
 * Answers a comment on the blog: an event that says what, by whom. Only what is published can be answered: a comment that is not is
 * approved first, if that is wished, in the same transaction.
 */
export function reply(site: Site, id: string, request: ReplyRequest, at: Circumstances): Replied {
  const row = site.comments.get(id);
  if (!row) return { ok: false, reason: "unknown_comment" };
  if (!takesReplies(site.record.settings, row)) return { ok: false, reason: "not_taken" };
  if (row.status !== "published") return approveAndReply(site, row, request, at);
  const said = site.events.all(row.events).some((event) => isSame(event, request));
  const comment = viewOf(site, said ? row : site.transaction(() => write(site, row, request, at)));
  return { ok: true, changed: !said, approved: false, comment };
}

function approveAndReply(site: Site, row: CommentRow, request: ReplyRequest, at: Circumstances): Replied {
  const { approve = false, revision } = request;
  const refused = () => alreadyDecided(row, site.events.standing(row.decisions));
  if (!approve) return refused();
  return site.transaction((): Replied => {
    const decided = decide(site, row.id, { decision: "approve", revision }, at);
    if (!decided.ok) return decided;
    const published = site.comments.get(row.id);
    if (published?.status !== "published") return refused();
    const comment = viewOf(site, write(site, published, request, at));
    return { ok: true, changed: true, approved: decided.changed, comment };
  });
}

const isSame = (
  { type, revoked, content }: { type: string; revoked: boolean; content: string | null },
  request: ReplyRequest,
): boolean => type === "comment.reply" && !revoked && content === request.content;

/** The caller sees to the transaction. */
function write(
  site: Site,
  row: CommentRow,
  { content }: ReplyRequest,
  { by, now }: Circumstances,
): CommentRow {
  const said = { type: "comment.reply", decision: null, actor: by, before: row.status, at: now } as const;
  const sequence = writeEvent(site, row, { ...said, content });
  const answered = { ...row, events: [...row.events, sequence] };
  site.comments.settle(answered);
  return answered;
}
