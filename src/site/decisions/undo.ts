import { cancelDelivery, record } from "../delivery/outside.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { type Circumstances, finish } from "./decide.ts";
import { type DecisionEvent, giveBack, standingDecision, takeBack } from "./teaching.ts";

/**
 * Takes a decision back: the status before it, its lesson unlearned, and the blog told, unless the decision had not
 * been sent yet: then neither is. What the blog's own moderator had decided it knows without being told.
 */
export function undo(site: Site, row: CommentRow, standing: DecisionEvent, at: Circumstances): CommentRow {
  return site.transaction(() => {
    const known = standing.source === "akismet";
    const unsent = !known && (!standing.send || cancelDelivery(site, row, standing.sequence));
    takeBack(site, row, standing, standing.send && !unsent);
    const decisions = row.decisions.slice(0, -1);
    const below = standingDecision(site, { decisions });
    if (below) giveBack(site, row, below);
    site.learned.save();
    const restored = {
      ...row,
      status: standing.before,
      revision: row.revision + 1,
      settled: at.now,
      decisions,
    };
    const sequence = record(site, restored, {
      type: "comment.reverted",
      decision: "undo",
      actor: at.by,
      before: row.status,
      at: at.now,
      silent: unsent,
    });
    return finish(site, row, restored, sequence);
  });
}
