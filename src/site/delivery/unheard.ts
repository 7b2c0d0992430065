import { HAMLET } from "../../contract/actor.ts";
import type { SystemOrigin } from "../../contract/integration.ts";
import type { Status } from "../../core/judging/decision.ts";
import { assumedOf } from "../../systems/systems.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { typeOf } from "./replay.ts";
import { writeEvent } from "./write-event.ts";

/**
 * Tells a system that does not read the answer to what it posts where a comment is now, at once; not where it has the comment
 * there already. `before`: where the comment was before it was edited.
 */
export function tellUnheard(site: Site, row: CommentRow, origin: SystemOrigin, before?: Status): void {
  const assumes = assumedOf(origin);
  if (assumes === "answer" || row.status === (before ?? assumes)) return;
  if (before === undefined && row.status === "pending") return;
  site.transaction(() => {
    const sequence = writeEvent(site, row, {
      type: typeOf[row.status],
      decision: null,
      actor: HAMLET,
      before: before ?? assumes,
      at: row.settled,
      grace: 0,
    });
    site.comments.settle({ ...row, events: [...row.events, sequence] });
  });
}
