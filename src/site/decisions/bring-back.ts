import type { Actor } from "../../contract/actor.ts";
import { type BroughtBack, MOST_BROUGHT_BACK } from "../../contract/decided.ts";
import { placeOf } from "../../core/judging/decision.ts";
import { writeEvent } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { type EventRow, isReturn } from "../tables/events.ts";
import { type Freed, freed } from "./freed.ts";

interface Circumstances {
  readonly by: Actor;
  readonly now: number;
  /** The click, so that one undo takes all of it back. */
  readonly batch: string;
}

/**
 * Takes comments out of the spam that no entry of the lists rejects any more, at most so many at once: to where their
 * verdicts put them without it. A rule was changed, nobody looked at a text: it teaches nothing.
 */
export function bringBack(site: Site, at: Circumstances): BroughtBack {
  const found: Freed[] = [];
  for (const one of freed(site)) if (found.push(one) > MOST_BROUGHT_BACK) break;
  const moved = found.slice(0, MOST_BROUGHT_BACK);
  site.transaction(() => {
    for (const { row, outcome } of moved) moveBack(site, row, placeOf[outcome], at);
  });
  const held = moved.filter(({ outcome }) => outcome === "review").length;
  return { published: moved.length - held, held, more: found.length > MOST_BROUGHT_BACK };
}

/** Moves a comment to where it would be if a rule had not been. */
export function moveBack(
  site: Site,
  row: CommentRow,
  status: "published" | "pending" | "spam",
  at: Circumstances,
): void {
  const moved = { ...row, status, blatant: false, revision: row.revision + 1, settled: at.now };
  const sequence = writeEvent(site, moved, {
    type: status === "pending" ? "comment.held" : `comment.${status}`,
    decision: null,
    actor: at.by,
    before: row.status,
    at: at.now,
    batch: at.batch,
    silent: status === "pending" && !site.record.settings.sendHeld,
  });
  site.move(row, moved, sequence);
}

/** That a comment was brought back, if nothing was done with it since. */
export function standingReturn(
  site: Site,
  row: Pick<CommentRow, "decisions" | "events">,
): EventRow | undefined {
  const last = row.events.at(-1);
  const event = last === undefined || row.decisions.length > 0 ? undefined : site.events.get(last);
  return event && isReturn(event) && !event.revoked ? event : undefined;
}
