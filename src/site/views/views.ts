import type { AnswerWithHistory, Event } from "../../contract/decision.ts";
import { policyOf } from "../../contract/policy.ts";
import type { CommentDetail, CommentView, DeliveryView, GroupView } from "../../contract/views.ts";
import { explain } from "../../core/explaining/explain.ts";
import { turningPoint } from "../../core/explaining/turning-point.ts";
import { publishLimit } from "../../core/judging/policy.ts";
import { type Likeness, likenesses } from "../../core/memory/lookalikes.ts";
import { marksOfRow } from "../../core/memory/marks.ts";
import { read } from "../../core/reading/subject.ts";
import { standingDecision } from "../decisions/teaching.ts";
import { answerOf } from "../intake/answer.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { eventView } from "../tables/events.ts";
import { type Groups, groupsOf, type Member, similarTo } from "./groups.ts";
import { knownOf } from "./known.ts";

/** Undefined: no such comment. */
export function answerWithHistory(site: Site, id: string): AnswerWithHistory | undefined {
  const row = site.comments.get(id);
  if (!row) return undefined;
  const history = site.events.all(row.events).map(eventView);
  return { ...answerOf(row.id, row.revision, row.status, row.verdict), history };
}

/** A comment as a row of the page shows it. */
export function viewOf(site: Site, row: CommentRow): CommentView {
  const { would, ...verdict } = row.verdict;
  const standing = standingDecision(site, row);
  return {
    site: site.record.id,
    id: row.id,
    revision: row.revision,
    status: row.status,
    arrived: row.arrived,
    comment: row.comment,
    verdict,
    would,
    decided: standing && { decision: standing.decision, by: standing.actor, at: standing.at },
    standing: site.learned.reputation.standing(row.mail ?? undefined, marksOfRow(row), site.recent.shared),
  };
}

/** Rows that lead what is like them, each with its group; those that stand behind another are left out. */
export function groupedViews(site: Site, rows: readonly CommentRow[], groups: Groups): CommentView[] {
  const behind = new Set(groups.behind);
  return rows
    .filter(({ id }) => !behind.has(id))
    .map((row) => ({ ...viewOf(site, row), group: groupView(groups.membersOf(row.id)) }));
}

/** Names told of those that stand behind a comment. */
const NAMED = 2;
/** Similar comments told of one that is open. */
const SIMILAR = 3;

function groupView(members: readonly Member[]): GroupView | undefined {
  if (members.length === 0) return undefined;
  const often = (by: Likeness) => members.filter((member) => member.by === by).length;
  const by = likenesses.filter((likeness) => often(likeness) > 0).sort((a, b) => often(b) - often(a));
  const names = new Set(members.flatMap(({ name }) => name ?? []));
  return { count: members.length, by, names: [...names].slice(0, NAMED) };
}

/** A comment opened: with its history, its strongest tokens and where its delivery stands. */
export function detailOf(site: Site, id: string): CommentDetail | undefined {
  const row = site.comments.get(id);
  if (!row) return undefined;
  const policy = policyOf(site.record.settings);
  const { tokens } = explain(read(row.comment, policy.hosts), site.corpus, policy);
  const group = row.status === "pending" ? groupView(groupsOf(site).membersOf(id)) : undefined;
  return {
    ...viewOf(site, row),
    ...(group && { group }),
    history: site.events.all(row.events).map(eventView),
    earlier: site.earlier.of(row.id).map(({ until, text }) => ({ until, text })),
    tokens,
    limits: {
      publishBelow: publishLimit(policy.thresholds, row.verdict.payload),
      rejectAbove: policy.thresholds.rejectAbove,
    },
    author: knownOf(site, row),
    similar: similarTo(site, row, SIMILAR).flatMap((other) => {
      const found = site.comments.get(other);
      return found ? [viewOf(site, found)] : [];
    }),
    turning: turningPoint(row.verdict, policy.thresholds),
    delivery: deliveryOf(site, row.id),
    attempts: site.attempts.of(row.id),
  };
}

/** What was decided after a sequence, in order. */
export function decisionsSince(site: Site, since: number, limit: number): { events: Event[]; next: number } {
  const events = site.events.since(since, limit).map(eventView);
  return { events, next: events.at(-1)?.sequence ?? since };
}

function deliveryOf(site: Site, id: string): DeliveryView | undefined {
  const waiting = site.outbox.get(id);
  if (!waiting || waiting.event === null || waiting.state === "idle") return undefined;
  const { state, attempts, due, failure } = waiting;
  return { state, attempts, due, lastError: failure ?? undefined };
}
