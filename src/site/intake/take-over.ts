import type { Intake } from "../../contract/intake.ts";
import { take } from "../decisions/report.ts";
import { record } from "../delivery/outside.ts";
import type { Site } from "../site.ts";
import { find, store } from "./submit.ts";

/**
 * Takes over a submission that was answered "review" in this object's absence. What the site already has with the same
 * content is kept; with other content both are, the second as `<id>~2`. The blog holds the comment, as it was told to:
 * it stays for a person unless the filter rejects it, and every status that differs from the answer is an event.
 * Answers the id under which the inbox knows it.
 */
export function takeOver(site: Site, intake: Intake): string {
  if (intake.report) {
    take(site, intake, intake.report);
    return intake.id;
  }
  const known = find(site, intake);
  const second = known && known.hash !== intake.hash ? site.comments.get(secondId(intake.id)) : undefined;
  const held = second?.hash === intake.hash ? second : known;
  if (held && held.hash === intake.hash) {
    if (held.status !== "pending" && held.events.length === 0) tell(site, held);
    return intake.id;
  }
  const id = known ? secondId(intake.id) : intake.id;
  const row = store(site, { ...intake, id, alias: undefined }, (verdict) =>
    !known && verdict.outcome === "reject" ? "spam" : "pending",
  );
  if (row.status !== "pending") tell(site, row);
  return intake.id;
}

const secondId = (id: string) => `${id.slice(0, 126)}~2`;

/** The blog was told "review"; this is what became of it. */
function tell(
  site: Site,
  row: Parameters<typeof record>[1] & { status: "published" | "spam" | "discarded" | "pending" },
): void {
  if (row.status === "pending") return;
  site.transaction(() => {
    const sequence = record(site, row, {
      type: `comment.${row.status as "published"}`,
      decision: null,
      actor: "Hamlet",
      before: "pending",
      at: Date.now(),
    });
    const stored = site.comments.get(row.id);
    if (stored) site.comments.settle({ ...stored, events: [...stored.events, sequence] });
  });
}
