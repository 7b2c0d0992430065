import type { Actor } from "../../contract/actor.ts";
import type { SuspectDecision, SuspectName } from "../../contract/import.ts";
import { lesson, lessonFromBytes, lessonToBytes } from "../../core/classifier/learning.ts";
import type { Label } from "../../core/judging/decision.ts";
import { linkedDomains, read } from "../../core/reading/subject.ts";
import { base64, bytesOfBase64 } from "../../platform/base64.ts";
import { noteEvent } from "../note-event.ts";
import type { Site } from "../site.ts";
import type { OpenImport } from "../tables/imports.ts";
import type { Decided, SuspectRow } from "../tables/suspects.ts";
import { putBack, takeDown } from "./keep.ts";

/** Where the blog had such a comment, or would have it. */
const placeOf = { ham: "published", spam: "spam" } as const;

/**
 * A person's word on a comment of the past: its lesson is from here on what she says, in full. What that takes away is kept
 * for some days, with the text, so that it can be taken back. False: it was decided already.
 */
export function decideSuspect(
  site: Site,
  { source, id, label }: SuspectDecision,
  by: Actor,
  now: number,
): boolean {
  const suspect = site.suspects.get(source, id);
  const open = site.imports.get(source);
  if (!suspect || suspect.decided || !open) return false;
  site.transaction(() => {
    const taughtBefore = lessonBefore(site, suspect);
    const subject = read(suspect.comment, site.policy.hosts);
    const taught = lesson(subject, site.corpus.starter, site.policy, label, 1);
    site.learned.teach({ ...taught, source: `import:${source}`, id, mail: suspect.mail, at: now });
    testify(site, open, suspect, label, 1);
    site.learned.save();
    const place = label === "spam" ? -1 : open.sketches.findIndex(([one]) => one === id);
    const value = open.sketches[place];
    site.imports.write({ ...open, sketches: open.sketches.filter((one) => one !== value) });
    const event = noteWord(site, by, now, "history.judged", suspect.label, label);
    site.suspects.settle(suspect, {
      label,
      event,
      at: now,
      lesson: taughtBefore,
      sketch: value && { value, place },
      shown: label === "spam" ? takeDown(site, suspect) : undefined,
    });
  });
  if (label !== suspect.label) site.forgetRecent();
  return true;
}

/** Takes that word back: everything is as it was before, and the comment waits for a word again. False: there is none, or it is too late. */
export function undoSuspect(site: Site, { source, id }: SuspectName, by: Actor, now: number): boolean {
  const suspect = site.suspects.get(source, id);
  const open = site.imports.get(source);
  if (!suspect?.decided || !open) return false;
  const { label, event, lesson: before, sketch, shown } = suspect.decided;
  site.transaction(() => {
    const key = { source: `import:${source}`, id } as const;
    const taught = before && lessonFromBytes(bytesOfBase64(before.bytes));
    if (before && taught) site.learned.teach({ ...taught, ...key, mail: suspect.mail, at: before.at });
    else site.learned.unteach(key);
    testify(site, open, suspect, label, -1);
    site.learned.save();
    const sketches = sketch ? open.sketches.toSpliced(sketch.place, 0, sketch.value) : open.sketches;
    site.imports.write({ ...open, sketches });
    site.events.mark(event, { revoked: true, send: false });
    noteWord(site, by, now, "history.unjudged", label, suspect.label);
    site.suspects.reopen(suspect);
    if (shown) putBack(site, shown);
  });
  if (label !== suspect.label) site.forgetRecent();
  return true;
}

const noteWord = (
  site: Site,
  actor: Actor,
  at: number,
  type: "history.judged" | "history.unjudged",
  before: Label,
  after: Label,
): number =>
  noteEvent(site, { comment: "", type, actor, at, before: placeOf[before], status: placeOf[after] });

function lessonBefore(site: Site, { source, id }: SuspectRow): Decided["lesson"] {
  const known = site.learned.lessons.find((one) => one.source === `import:${source}` && one.id === id);
  return known && { bytes: base64(lessonToBytes(known)), at: known.at };
}

/** Says (+1) of the author and the domains what a person's word says, in the place of what her history's person had said; or takes it back (-1). */
function testify(site: Site, open: OpenImport, suspect: SuspectRow, label: Label, sign: 1 | -1): void {
  const { mail, marks, byPerson } = suspect;
  if (byPerson && label === suspect.label) return;
  const domains = linkedDomains(read(suspect.comment, site.policy.hosts));
  const said = (which: Label) =>
    ({ decision: which === "ham" ? "approve" : "spam", mail, marks, domains }) as const;
  for (const reputation of [site.learned.reputation, open.reputation]) {
    if (byPerson) reputation.testify(said(suspect.label), sign === 1 ? -1 : 1);
    reputation.testify(said(label), sign);
  }
}
