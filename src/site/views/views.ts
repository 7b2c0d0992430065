import { type Actor, keyIn } from "../../contract/actor.ts";
import type { Batch, LastDecision } from "../../contract/decided.ts";
import type { AnswerWithHistory, Event } from "../../contract/decision.ts";
import type { ListRequest } from "../../contract/search.ts";
import type { Answer } from "../../contract/verdict.ts";
import type {
  AuthorView,
  CommentDetail,
  CommentPage,
  CommentView,
  DeliveryView,
} from "../../contract/views.ts";
import { differences } from "../../core/explaining/differences.ts";
import { explain, turningPoint } from "../../core/explaining/explain.ts";
import type { Status } from "../../core/judging/decision.ts";
import { entryOf, listingOf } from "../../core/judging/listed.ts";
import { publishLimit } from "../../core/judging/policy.ts";
import { marksOfRow } from "../../core/memory/reputation.ts";
import { read } from "../../core/reading/subject.ts";
import { takesReplies } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { eventView } from "../tables/events.ts";
import { alikeTo, type Groups, groupsOf, groupView, similarTo, waveView } from "./groups.ts";

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
  const standing = site.events.standing(row.decisions);
  return {
    site: site.record.id,
    id: row.id,
    revision: row.revision,
    status: row.status,
    arrived: row.arrived,
    comment: row.comment,
    verdict,
    would,
    decided: standing && {
      decision: standing.decision,
      by: standing.actor,
      ...keyIn(standing.member),
      at: standing.at,
    },
    standing: site.learned.reputation.standing(row.mail ?? undefined, marksOfRow(row), site.recent.shared),
  };
}

/** Rows that lead what is like them, each with its group; those that stand behind another are left out. */
function groupedViews(site: Site, rows: readonly CommentRow[], groups: Groups): CommentView[] {
  const behind = new Set(groups.behind);
  return rows
    .filter(({ id }) => !behind.has(id))
    .map((row) => ({ ...viewOf(site, row), group: groupView(groups.membersOf(row.id)) }));
}

/** Similar comments told of one that is open. */
const SIMILAR = 3;

/** A page of a list; grouped: each comment that leads others like it, without those. */
export function list(site: Site, request: ListRequest): CommentPage {
  if (request.grouped !== true) {
    const { rows, next } = site.lists.page(withUnseen(site, request));
    return { items: rows.map((row) => viewOf(site, row)), next };
  }
  const groups = groupsOf(site);
  const { rows, next } = site.lists.page(request, groups.behind);
  return { items: groupedViews(site, rows, groups), next };
}

const withUnseen = (site: Site, request: ListRequest): ListRequest =>
  request.unseen
    ? { ...request, filter: [...(request.filter ?? []), { field: "unseen", looked: site.meta.looked }] }
    : request;

/** What the filter stopped and nobody has seen: how many, and the first of those of which it is least sure. */
export function unseen(site: Site, limit: number): { unseen: number; unsure: CommentView[] } {
  const request = withUnseen(site, { status: "spam", sort: "doubtful", limit, unseen: true });
  const { rows } = site.lists.page(request);
  return { unseen: site.lists.count(request), unsure: rows.map((row) => viewOf(site, row)) };
}

/**
 * Of these ids those that still wait, and up to `limit` that wait and have not reached KV; in groups. Where these are not all
 * that wait, KV shows less than it was told: then the first page, as it is here.
 */
export function confirmed(site: Site, ids: readonly string[], limit: number): CommentPage {
  const unqueued = site.outbox.outOfStep(limit).filter((id) => !ids.includes(id));
  const rows = site.comments.pending([...ids, ...unqueued]);
  if (rows.length < Math.min(limit, site.counts.pending))
    return list(site, { status: "pending", sort: "oldest", limit, grouped: true });
  return { items: groupedViews(site, rows, groupsOf(site)) };
}

/** What stands behind a comment in its group. */
export function behind(site: Site, id: string, limit: number): CommentPage {
  const members = groupsOf(site).membersOf(id).slice(0, limit);
  const rows = site.comments.pending(members.map((member) => member.id));
  return { items: rows.map((row) => viewOf(site, row)) };
}

/** How many wait and are like a comment. */
export const countAlike = (site: Site, id: string): number => alikeTo(site, id).length;

/** A comment opened: with its history, its strongest tokens and where its delivery stands. */
export function detailOf(site: Site, id: string): CommentDetail | undefined {
  const row = site.comments.get(id);
  if (!row) return undefined;
  const { policy } = site;
  const { tokens } = explain(read(row.comment, policy.hosts), site.corpus, policy);
  const members = row.status === "pending" ? groupsOf(site).membersOf(id) : [];
  const group = groupView(members);
  return {
    ...viewOf(site, row),
    ...(group && { group, differs: differsIn(site, row), wave: waveView(site, row, members) }),
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
    answerable: takesReplies(site.record.settings, row),
    turning: turningPoint(row.verdict, policy.thresholds),
    delivery: deliveryOf(site, row.id),
    attempts: site.attempts.of(row.id),
  };
}

/** Others of a wave that its first is compared with. */
const COMPARED = 8;

/** Where the first of a wave says something else than others of it. */
function differsIn(site: Site, { id, comment }: CommentRow): CommentDetail["differs"] {
  const others = groupsOf(site).membersOf(id);
  if (others.some(({ by }) => by !== "text")) return undefined;
  const rows = site.comments.pending(others.slice(0, COMPARED).map((member) => member.id));
  return differences(
    comment.content,
    rows.map((row) => row.comment.content),
  );
}

/** What was decided after a sequence, in order. */
export function decisionsSince(site: Site, since: number, limit: number): { events: Event[]; next: number } {
  const events = site.events.since(since, limit).map(eventView);
  return { events, next: events.at(-1)?.sequence ?? since };
}

/** Decisions of a person that are told as done. */
const TOLD = 20;

/** The last decisions of a person since a time that still stand, the newest first. */
export const lastDecisions = (site: Site, by: Actor, since: number): LastDecision[] =>
  site.events.lastBy(by, since, TOLD).flatMap((event): LastDecision[] => {
    const row = site.comments.get(event.comment);
    if (!row || row.decisions.at(-1) !== event.sequence) return [];
    const { batch } = event;
    return [
      {
        site: site.record.id,
        id: row.id,
        author: row.comment.author.name ?? "",
        revision: row.revision,
        decision: event.decision,
        at: event.at,
        batch: batch === null ? undefined : batchOf(site, batch, since),
      },
    ];
  });

/** A bulk, with until when later ones are decided as it was. */
function batchOf(site: Site, name: string, since: number): Batch {
  const rule = site.waves.standing(Date.now()).find(({ batch }) => batch === name);
  return { name, count: site.events.ofBatch(name, since).length, ...(rule && { later: rule.until }) };
}

function deliveryOf(site: Site, id: string): DeliveryView | undefined {
  const waiting = site.outbox.get(id);
  if (!waiting || waiting.event === null || waiting.state === "idle") return undefined;
  const { state, attempts, due, failure } = waiting;
  return { state, attempts, due, lastError: failure ?? undefined };
}

/** What the blog is told of a comment: the first verdict, the present status. */
export function answerOf(
  id: string,
  revision: number,
  status: Status | null,
  verdict: CommentRow["verdict"],
): Answer {
  const { outcome, blatant, score, probability, payload, abuse, policy, hits, notRun, would } = verdict;
  return {
    id,
    revision,
    status,
    outcome,
    blatant,
    score,
    probability,
    ...(payload && { payload: [...payload] }),
    abuse: { ...abuse, hits: [...abuse.hits] },
    policy: policy.map(({ rule, effect }) => ({ rule, effect })),
    hits: [...hits],
    notRun: notRun.map(({ signal, reason }) => ({ signal, reason })),
    ...(would && { would }),
  };
}

/** The part of the network that the comment came from, if that tells readers apart. */
export const tellingPrefix = ({ recent: { shared } }: Site, { prefix }: CommentRow): string | null =>
  prefix !== null && shared.has(prefix) ? null : prefix;

/** By what an author can be known again, and whether the owner has listed her. Reads no other comment. */
export function knownOf(
  site: Site,
  row: CommentRow,
): Pick<AuthorView, "knownBy" | "entry" | "listed" | "marked"> {
  const prefix = tellingPrefix(site, row);
  const marks = marksOfRow(row).filter((mark) => !site.recent.shared.has(mark));
  const entry = entryOf(row, prefix, marks);
  return {
    knownBy: row.mail !== null ? "mail" : prefix !== null ? "network" : "name",
    listed: listingOf(site.record.settings, entry),
    entry,
    marked: marks.length > 0,
  };
}
