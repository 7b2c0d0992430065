import { type Actor, keyIn } from "../../contract/actor.ts";
import type { Decided } from "../../contract/decided.ts";
import type { DecisionRequest } from "../../contract/decision.ts";
import { lessonFromBytes, lessonOn, lessonToBytes } from "../../core/classifier/learning.ts";
import type { Lesson } from "../../core/classifier/lesson.ts";
import { oldLessonFromBytes, renewed } from "../../core/classifier/old-lesson.ts";
import { type Decision, decisions } from "../../core/judging/decision.ts";
import { type Testimony, testimony, type Witness, witnessOf } from "../../core/memory/reputation.ts";
import { cancelDelivery, writeEvent } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import { type CommentRow, judgedOutcome } from "../tables/comments.ts";
import { earlierAt } from "../tables/earlier-texts.ts";
import { type DecisionRow, type EventRow, isDecision, type Source } from "../tables/events.ts";
import { viewOf } from "../views/views.ts";
import { narrowRules } from "../waves/end-rule.ts";
import { standingReturn } from "./bring-back.ts";

/** Who asks and when. */
export interface Circumstances {
  readonly by: Actor;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Weight of the lesson: 1, or less for the near-copies of a bulk. */
  readonly weight?: number;
  /** The bulk it is taken in. */
  readonly batch?: string;
  readonly source?: Source;
  /** False: the filter never gave a verdict that anybody saw; it is not measured by this decision. */
  readonly judged?: boolean;
}

/** A person's decision: status, lesson, audit and what the outside has to learn, in one transaction. */
export function decide(site: Site, id: string, request: DecisionRequest, at: Circumstances): Decided {
  const row = site.comments.get(id);
  if (!row) return { ok: false, reason: "unknown_comment" };
  const standing = site.events.standing(row.decisions);
  const stale = request.revision !== undefined && request.revision !== row.revision;
  if (request.decision === "undo") {
    if (stale) return alreadyDecided(row, standing);
    const undone = standing ?? standingReturn(site, row);
    if (!undone) return { ok: false, reason: "nothing_to_undo" };
    return { ok: true, changed: true, comment: viewOf(site, undo(site, row, undone, at)) };
  }
  if (request.decision === "hold") {
    if (stale || (standing && request.revision === undefined)) return alreadyDecided(row, standing);
    const changed = standing !== undefined || row.status !== "pending";
    return { ok: true, changed, comment: viewOf(site, changed ? hold(site, row, standing, at) : row) };
  }
  if (standing?.decision === request.decision)
    return { ok: true, changed: false, comment: viewOf(site, row) };
  if (stale || (standing && request.revision === undefined)) return alreadyDecided(row, standing);
  return {
    ok: true,
    changed: true,
    comment: viewOf(site, take(site, row, standing, request.decision, request.because, at)),
  };
}

/** What somebody who comes second is told. */
export function alreadyDecided(
  row: CommentRow,
  standing: DecisionRow | undefined,
): Extract<Decided, { ok: false }> {
  const { status, revision } = row;
  const at = standing ? new Date(standing.at).toISOString() : null;
  const known = {
    decision: standing?.decision ?? null,
    by: standing?.actor ?? null,
    ...keyIn(standing?.member),
    at,
    status,
    revision,
  };
  return { ok: false, reason: "already_decided", standing: known };
}

function take(
  site: Site,
  row: CommentRow,
  standing: DecisionRow | undefined,
  decision: Decision,
  because: DecisionRequest["because"],
  { by, now, weight = 1, source = "hamlet", judged = true, batch }: Circumstances,
): CommentRow {
  return site.transaction(() => {
    if (standing) takeBack(site, row, standing, standing.send);
    else unteachWeak(site, row);
    const { status, teaches } = decisions[decision];
    // An insult is not spam: what goes because of abuse must not teach the filter what spam is.
    const label = because === "abuse" || !site.record.settings.learnDecisions ? undefined : teaches;
    const taught = label && lessonOn(row.comment, site.policy, label, weight);
    site.learned.reputation.testify(testimony(decision, witnessedBy(site, row)), 1);
    if (decision === "approve" && site.waves.standing(now).length > 0) narrowRules(site, row, by, now);
    if (decision === "approve" && row.verdict.policy.some(({ kind }) => kind === "surge"))
      site.use.surge.approved(now);
    const moved = { ...row, status, blatant: false, revision: row.revision + 1, settled: now };
    const sequence = writeEvent(site, moved, {
      type: `comment.${status}`,
      decision,
      because: because ?? null,
      actor: by,
      before: row.status,
      at: now,
      lesson: taught && lessonToBytes(taught),
      source,
      batch,
      outcome: judged ? judgedOutcome(row) : undefined,
      silent: isOwn(row, source),
    });
    if (taught) teachDecision(site, row, { sequence, at: now }, taught);
    site.learned.save();
    return site.move(row, { ...moved, decisions: [...row.decisions, sequence] }, sequence);
  });
}

/**
 * Takes a decision back: the status before it, its lesson unlearned, and the blog told, unless the decision had not
 * been sent yet: then neither is. What the blog's own moderator had decided it knows without being told.
 */
export function undo(site: Site, row: CommentRow, standing: EventRow, at: Circumstances): CommentRow {
  return site.transaction(() => {
    const known = standing.source === "akismet";
    const unsent = !known && (!standing.send || cancelDelivery(site, row, standing.sequence));
    takeBack(site, row, standing, standing.send && !unsent);
    const decisions = row.decisions.filter((sequence) => sequence !== standing.sequence);
    const below = site.events.standing(decisions);
    if (below) giveBack(site, row, below);
    site.learned.save();
    const restored = {
      ...row,
      status: standing.before,
      revision: row.revision + 1,
      settled: at.now,
      decisions,
    };
    const sequence = writeEvent(site, restored, {
      type: "comment.reverted",
      decision: "undo",
      actor: at.by,
      before: row.status,
      at: at.now,
      silent: unsent || isOwn(row, at.source),
    });
    return site.move(row, restored, sequence);
  });
}

/** Has a comment wait for a person, whatever was decided: nothing that anybody said of it stands. */
function hold(
  site: Site,
  row: CommentRow,
  standing: DecisionRow | undefined,
  { by, now, source = "hamlet" }: Circumstances,
): CommentRow {
  return site.transaction(() => {
    if (standing) takeBack(site, row, standing, standing.send);
    else unteachWeak(site, row);
    site.learned.save();
    const revision = row.revision + 1;
    const moved: CommentRow = {
      ...row,
      status: "pending",
      blatant: false,
      revision,
      settled: now,
      decisions: [],
    };
    const event = {
      type: "comment.reverted",
      decision: "hold",
      actor: by,
      before: row.status,
      at: now,
    } as const;
    const sequence = writeEvent(site, moved, { ...event, source, silent: isOwn(row, source) });
    return site.move(row, moved, sequence);
  });
}

/** What the blog itself did it need not be told by the way on which it did it. */
const isOwn = ({ akismet }: CommentRow, source: Source | undefined): boolean =>
  source === "akismet" && akismet?.callback !== undefined;

/** Unlearns a decision: its lesson no longer stands. `send`: the blog is still to hear of it. The caller saves. */
export function takeBack(site: Site, row: CommentRow, event: EventRow, send: boolean): void {
  unteachDecision(site, event.sequence);
  if (isDecision(event)) site.learned.reputation.testify(testimonyOf(site, row, event), -1);
  site.events.mark(event.sequence, { revoked: true, send });
}

/** The decision below stands again, with the very lesson it gave. The caller saves. */
export function giveBack(site: Site, row: CommentRow, event: DecisionRow): void {
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

/**
 * What a comment taught before anybody decided here stands no longer, be it by the filter's own verdict or by the history that
 * it was kept from: a person has decided, or it is gone. The caller saves.
 */
export function unteachWeak(site: Site, { id, hash }: Pick<CommentRow, "id" | "hash">): void {
  site.learned.unteach({ source: "weak", id });
  const [, source, past = ""] = /^import:([^:]+):(.+)$/s.exec(hash) ?? [];
  if (source !== undefined) site.learned.unteach({ source: `import:${source}`, id: past });
}

/** What a decision teaches; undefined: nothing, or it is no longer kept. */
const lessonOf = ({ lesson }: Pick<EventRow, "lesson">): Lesson | undefined =>
  lesson ? (lessonFromBytes(lesson) ?? renewed(oldLessonFromBytes(lesson))) : undefined;

/** Whom and what a decision on a comment speaks of, as it is now. */
export const witnessedBy = (site: Site, row: CommentRow): Witness => witnessOf(row, site.policy.hosts);

/** What a decision said when it was taken: of the comment as it was then, whatever an edit made of it since. */
export function testimonyOf(site: Site, row: CommentRow, event: DecisionRow): Testimony {
  const then = earlierAt(site.earlier.of(row.id), event.sequence)?.witness;
  return testimony(event.decision, then ?? witnessedBy(site, row));
}
