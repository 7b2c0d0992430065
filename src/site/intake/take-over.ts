import { HAMLET } from "../../contract/actor.ts";
import type { Intake } from "../../contract/intake.ts";
import { placeFor } from "../../core/judging/policy.ts";
import { take } from "../decisions/report.ts";
import { writeEvent } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { find, store } from "./submit.ts";

/** Takes over what was taken in while this object could not be reached. */
export function takeOver(site: Site, intakes: readonly Intake[]): void {
  for (const intake of intakes) takeOne(site, intake);
}

/**
 * Takes over a submission that was answered "review" in this object's absence. What the site already has with the same
 * content is kept; with other content both are, the second as `<id>~2`. The blog holds the comment, as it was told to:
 * it stays for a person unless the filter rejects it, and every status that differs from the answer is an event.
 */
function takeOne(site: Site, intake: Intake): void {
  if (intake.report) {
    take(site, intake, intake.report);
    return;
  }
  const known = find(site, intake);
  const second = known && known.hash !== intake.hash ? site.comments.get(secondId(intake.id)) : undefined;
  const held = second?.hash === intake.hash ? second : known;
  if (held && held.hash === intake.hash) {
    if (held.events.length === 0) announce(site, held);
    return;
  }
  const id = known ? secondId(intake.id) : intake.id;
  const row = store(site, { ...intake, id, alias: undefined }, (verdict) =>
    !known && verdict.outcome === "reject" ? placeFor(verdict) : "pending",
  );
  announce(site, row);
}

const secondId = (id: string) => `${id.slice(0, 126)}~2`;

/** The blog was told "review"; this is what became of it. */
function announce(site: Site, row: CommentRow): void {
  if (row.status === "pending") return;
  const { status } = row;
  site.transaction(() => {
    const sequence = writeEvent(site, row, {
      type: `comment.${status}`,
      decision: null,
      actor: HAMLET,
      before: "pending",
      at: Date.now(),
    });
    const stored = site.comments.get(row.id);
    if (stored) site.comments.settle({ ...stored, events: [...stored.events, sequence] });
  });
}
