import type { Decided } from "../../contract/decided.ts";
import type { DecisionRequest } from "../../contract/decision.ts";
import { policyOf } from "../../contract/policy.ts";
import { lesson, lessonToBytes } from "../../core/classifier/lesson.ts";
import { type Decision, decisions } from "../../core/judging/decision.ts";
import { read } from "../../core/reading/subject.ts";
import { cancelDelivery, writeEvent } from "../delivery/write-event.ts";
import { move } from "../move.ts";
import type { Site } from "../site.ts";
import { type CommentRow, judgedOutcome } from "../tables/comment-row.ts";
import type { EventRow, Source } from "../tables/events.ts";
import { viewOf } from "../views/views.ts";
import { standingReturn } from "./bring-back.ts";
import {
  type DecisionEvent,
  giveBack,
  standingDecision,
  takeBack,
  teachDecision,
  testimony,
  unteachWeak,
  witnessOf,
} from "./teaching.ts";

/** Who asks and when. */
interface Circumstances {
  readonly by: string;
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
  const standing = standingDecision(site, row);
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

function alreadyDecided(row: CommentRow, standing: DecisionEvent | undefined): Decided {
  const { status, revision } = row;
  const at = standing ? new Date(standing.at).toISOString() : null;
  const known = { decision: standing?.decision ?? null, by: standing?.actor ?? null, at, status, revision };
  return { ok: false, reason: "already_decided", standing: known };
}

function take(
  site: Site,
  row: CommentRow,
  standing: DecisionEvent | undefined,
  decision: Decision,
  because: DecisionRequest["because"],
  { by, now, weight = 1, source = "hamlet", judged = true, batch }: Circumstances,
): CommentRow {
  return site.transaction(() => {
    if (standing) takeBack(site, row, standing, standing.send);
    else unteachWeak(site, row);
    const { status, teaches } = decisions[decision];
    // An insult is not spam: what goes because of abuse must not teach the filter what spam is.
    const label = because === "abuse" ? undefined : teaches;
    const policy = policyOf(site.record.settings);
    const { starter } = site.corpus;
    const taught = label && lesson(read(row.comment, policy.hosts), starter, policy, label, weight);
    site.learned.reputation.testify(testimony(decision, witnessOf(site, row)), 1);
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
    return move(site, row, { ...moved, decisions: [...row.decisions, sequence] }, sequence);
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
    const sequence = writeEvent(site, restored, {
      type: "comment.reverted",
      decision: "undo",
      actor: at.by,
      before: row.status,
      at: at.now,
      silent: unsent || isOwn(row, at.source),
    });
    return move(site, row, restored, sequence);
  });
}

/** Has a comment wait for a person, whatever was decided: nothing that anybody said of it stands. */
function hold(
  site: Site,
  row: CommentRow,
  standing: DecisionEvent | undefined,
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
    return move(site, row, moved, sequence);
  });
}

/** What the blog itself did it need not be told by the way on which it did it. */
const isOwn = ({ akismet }: CommentRow, source: Source | undefined): boolean =>
  source === "akismet" && akismet?.callback !== undefined;
