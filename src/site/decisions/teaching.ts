import { policyOf } from "../../contract/policy.ts";
import { type Lesson, lessonFromBytes } from "../../core/classifier/lesson.ts";
import { oldLessonFromBytes, renewed } from "../../core/classifier/old-lesson.ts";
import type { Decision } from "../../core/judging/decision.ts";
import { isDouble } from "../../core/judging/double.ts";
import { marksOfRow } from "../../core/memory/marks.ts";
import type { Testimony } from "../../core/memory/reputation.ts";
import { linkedDomains, readLinks } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { earlierAt, type Witness } from "../tables/earlier-texts.ts";
import type { DecisionRow, EventRow } from "../tables/events.ts";

/** An event that is a person's decision. */
export type DecisionEvent = DecisionRow;

export const isDecision = (event: EventRow): event is DecisionEvent =>
  event.decision !== null && event.decision !== "undo" && event.decision !== "hold";

/** The decision on top of those that stand; undefined: no person has decided. */
export function standingDecision(site: Site, row: Pick<CommentRow, "decisions">): DecisionEvent | undefined {
  const top = row.decisions.at(-1);
  return top === undefined ? undefined : (site.events.get(top) as DecisionEvent | undefined);
}

/** Unlearns a decision: its lesson no longer stands. `send`: the blog is still to hear of it. The caller saves. */
export function takeBack(site: Site, row: CommentRow, event: EventRow, send: boolean): void {
  unteachDecision(site, event.sequence);
  if (isDecision(event)) site.learned.reputation.testify(testimonyOf(site, row, event), -1);
  site.events.mark(event.sequence, { revoked: true, send });
}

/** The decision below stands again, with the very lesson it gave. The caller saves. */
export function giveBack(site: Site, row: CommentRow, event: DecisionEvent): void {
  const taught = lessonOf(event);
  if (taught) teachDecision(site, row, event, taught);
  site.learned.reputation.testify(testimonyOf(site, row, event), 1);
  site.events.mark(event.sequence, { revoked: false, send: event.send });
}

/** A decision's lesson stands from here on. The caller saves. */
export function teachDecision(
  site: Site,
  { mail }: Pick<CommentRow, "mail">,
  { sequence, at }: Pick<EventRow, "sequence" | "at">,
  taught: Lesson,
): void {
  site.learned.teach({ ...taught, source: "decision", id: String(sequence), mail, at });
}

/** A decision's lesson stands no longer. The caller saves. */
export const unteachDecision = (site: Site, sequence: number): void =>
  site.learned.unteach({ source: "decision", id: String(sequence) });

/** What the filter taught itself from a comment stands no longer: a person has decided, or it is gone. The caller saves. */
export const unteachWeak = (site: Site, { id }: Pick<CommentRow, "id">): void =>
  site.learned.unteach({ source: "weak", id });

/** What a decision teaches; undefined: nothing, or it is no longer kept. */
const lessonOf = ({ lesson }: Pick<EventRow, "lesson">): Lesson | undefined =>
  lesson ? (lessonFromBytes(lesson) ?? renewed(oldLessonFromBytes(lesson))) : undefined;

/** Whom and what a decision on a comment speaks of, as it is now. */
export function witnessOf(site: Site, row: CommentRow): Witness {
  const { hosts } = policyOf(site.record.settings);
  const domains = linkedDomains(readLinks(row.comment, hosts));
  return { mail: row.mail, marks: marksOfRow(row), domains, double: isDouble(row.verdict) };
}

/**
 * What a decision says of the author and of the domains that are linked to. Who only sent a comment twice is none the
 * worse for it.
 */
export function testimony(decision: Decision, { mail, marks, domains, double }: Witness): Testimony {
  return { decision, mail: decision === "discard" && double ? null : mail, marks, domains };
}

/** What a decision said when it was taken: of the comment as it was then, whatever an edit made of it since. */
export function testimonyOf(site: Site, row: CommentRow, event: DecisionEvent): Testimony {
  const then = earlierAt(site.earlier.of(row.id), event.sequence)?.witness;
  return testimony(event.decision, then ?? witnessOf(site, row));
}
