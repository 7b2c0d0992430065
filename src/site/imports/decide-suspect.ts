import type { Actor } from "../../contract/actor.ts";
import type { SuspectDecision } from "../../contract/import.ts";
import { lesson } from "../../core/classifier/learning.ts";
import type { Label } from "../../core/judging/decision.ts";
import { linkedDomains, read } from "../../core/reading/subject.ts";
import { noteEvent } from "../note-event.ts";
import { remove } from "../privacy/erase.ts";
import type { Site } from "../site.ts";
import { isKeptFrom, keptId } from "./keep.ts";

/** Where the blog had such a comment, or would have it. */
const placeOf = { ham: "published", spam: "spam" } as const;

/**
 * A person's word on a comment of the past: its lesson is from here on what she says, in full. Its text goes. False: it was
 * decided already.
 */
export function decideSuspect(
  site: Site,
  { source, id, label }: SuspectDecision,
  by: Actor,
  now: number,
): boolean {
  const suspect = site.suspects.get(source, id);
  const open = site.imports.get(source);
  if (!suspect || !open) return false;
  const { policy } = site;
  const subject = read(suspect.comment, policy.hosts);
  const said = (which: Label) =>
    ({
      decision: which === "ham" ? "approve" : "spam",
      mail: suspect.mail,
      marks: suspect.marks,
      domains: linkedDomains(subject),
    }) as const;
  site.transaction(() => {
    const taught = lesson(subject, site.corpus.starter, policy, label, 1);
    site.learned.teach({ ...taught, source: `import:${source}`, id, mail: suspect.mail, at: now });
    if (label !== suspect.label)
      for (const reputation of [site.learned.reputation, open.reputation]) {
        reputation.testify(said(suspect.label), -1);
        reputation.testify(said(label), 1);
      }
    site.learned.save();
    site.imports.write({
      ...open,
      sketches: open.sketches.filter(([one]) => label === "spam" || one !== id),
    });
    site.suspects.remove(source, id);
    noteEvent(site, {
      comment: "",
      type: "history.judged",
      actor: by,
      at: now,
      before: placeOf[suspect.label],
      status: placeOf[label],
    });
    if (label === "spam") takeDown(site, source, id);
  });
  if (label !== suspect.label) site.forgetRecent();
  return true;
}

/** What was kept for readers and is spam goes; what it has taught is said already. */
function takeDown(site: Site, source: string, id: string): void {
  const row = site.comments.get(keptId(source, id));
  if (row && isKeptFrom(row, source)) remove(site, row.id, { keepLesson: true });
}
