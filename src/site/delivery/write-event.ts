import type { Actor } from "../../contract/actor.ts";
import type { Endpoint } from "../../contract/outgoing.ts";
import type { Settings } from "../../contract/site.ts";
import type { Status } from "../../core/judging/decision.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import { isTold } from "../../systems/systems.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { type EventRow, type EventType, isUnsentReply, type Source } from "../tables/events.ts";
import { emptyOutboxRow, type OutboxRow } from "../tables/outbox.ts";

/** A decision waits this long before it is sent, so that a quick undo costs nothing. */
const GRACE = 5_000;

interface NewEvent {
  readonly type: EventType;
  readonly decision: EventRow["decision"];
  readonly actor: Actor;
  readonly before: Status;
  readonly at: number;
  readonly because?: EventRow["because"];
  readonly lesson?: Uint8Array | undefined;
  readonly source?: Source;
  readonly outcome?: Outcome | undefined;
  readonly batch?: string | undefined;
  /** Of an answer: what was answered. */
  readonly content?: string;
  /** Not to be sent, whatever the settings: the blog never learned what this takes back, or did it itself. */
  readonly silent?: boolean;
  /** Milliseconds until it is sent; by default those of a decision. */
  readonly grace?: number;
}

/** Writes an event of a comment, and queues it for the blog if the site has an address for it. Answers its sequence. */
export function writeEvent(
  site: Site,
  row: Pick<CommentRow, "id" | "arrived" | "status" | "akismet" | "origin" | "events">,
  event: NewEvent,
): number {
  if (event.before === "published" && row.status !== "published") withdrawReplies(site, row);
  const { name, member = null } = event.actor;
  const sequence = site.events.nextSequence(event.at);
  const endpoint = event.silent === true ? undefined : endpointOf(site.record.settings, row);
  site.events.add({
    sequence,
    comment: row.id,
    type: event.type,
    decision: event.decision,
    because: event.because ?? null,
    actor: name,
    member,
    at: event.at,
    before: event.before,
    status: row.status,
    send: endpoint !== undefined,
    revoked: false,
    lesson: event.lesson ?? null,
    source: event.source ?? "hamlet",
    outcome: event.outcome ?? null,
    batch: event.batch ?? null,
    content: event.content ?? null,
  });
  const moves = (event.before === "pending") !== (row.status === "pending");
  if (endpoint)
    queueDelivery(site, row, { endpoint, sequence, due: event.at + (event.grace ?? GRACE), moves });
  return sequence;
}

/**
 * Events of one comment go out in order: a later one waits for those before it. A dead one need no longer be sent, but an answer:
 * no later event says it again.
 */
function queueDelivery(
  site: Site,
  row: Pick<CommentRow, "id" | "arrived" | "events">,
  {
    endpoint,
    sequence,
    due,
    moves,
  }: Pick<OutboxRow, "endpoint" | "due"> & {
    readonly sequence: number;
    /** The comment comes to wait for a person, or waits no longer: KV has to follow, which is written in the same row. */
    readonly moves: boolean;
  },
): void {
  const waiting = site.outbox.get(row.id) ?? emptyOutboxRow(row.id, row.arrived);
  const dead = waiting.state === "dead";
  if (waiting.event !== null && !dead) return;
  const missed = waiting.missed || dead;
  const queue = waiting.queue || (moves && !site.untried.has(row.id));
  const first = dead ? unsentReplies(site, row)[0]?.sequence : undefined;
  const next = {
    endpoint,
    event: first ?? sequence,
    state: "waiting",
    due,
    attempts: 0,
    failure: null,
  } as const;
  site.outbox.set({ ...waiting, ...next, queue, missed });
}

/** A comment's answers that have not reached the blog, in order. */
export const unsentReplies = (site: Site, { events }: Pick<CommentRow, "events">): readonly EventRow[] =>
  site.events.all(events).filter(isUnsentReply);

/** The comment is not published any more: what was answered to it and not sent yet is not sent. */
function withdrawReplies(site: Site, row: Pick<CommentRow, "id" | "events">): void {
  const waiting = site.outbox.get(row.id);
  const isUnderWay = ({ sequence }: EventRow) => waiting?.state === "sending" && waiting.event === sequence;
  const unsent = unsentReplies(site, row).filter((reply) => !isUnderWay(reply));
  for (const { sequence } of unsent) site.events.mark(sequence, { revoked: true, send: false });
  const { event = null, missed = false } = waiting ?? {};
  if (!waiting || event === null || unsent.every(({ sequence }) => sequence !== event)) return;
  site.outbox.set({ ...withEvent(waiting, nextToSend(site, row, event)), missed });
}

/** The comment's next event to be sent after one that is done with; undefined: none. */
export function nextToSend(site: Site, row: Pick<CommentRow, "events">, after: number): EventRow | undefined {
  return site.events.all(row.events.filter((sequence) => sequence > after)).find((event) => event.send);
}

/**
 * Takes a waiting event out of the outbox. False: the blog may have heard of it already, be it by an attempt at an earlier
 * event, as each tells the comment's present status; or it may not know what was before.
 */
export function cancelDelivery(site: Site, row: Pick<CommentRow, "id" | "events">, event: number): boolean {
  const waiting = site.outbox.get(row.id);
  if (!waiting || waiting.event === null || waiting.event > event) return false;
  if (waiting.state !== "waiting" || waiting.attempts > 0 || waiting.missed) return false;
  if (waiting.event < event) return true;
  site.outbox.set(withEvent(waiting, nextToSend(site, row, event)));
  return true;
}

/** The outbox row with another event to deliver, or none. */
export function withEvent(row: OutboxRow, event: EventRow | undefined): OutboxRow {
  const next = { ...row, attempts: 0, failure: null };
  if (!event) return { ...next, event: null, state: "idle", due: 0, missed: false };
  return { ...next, event: event.sequence, state: "waiting", due: event.at + GRACE };
}

/**
 * Whether a comment can be answered here: its site wants answers, and the blog that they go to hears of it by the webhook or reads the feed.
 * Akismet's way and other systems' have none.
 */
export function takesReplies(settings: Settings, row: Pick<CommentRow, "akismet" | "origin">): boolean {
  if (!settings.sendReplies || settings.mode !== "enforce") return false;
  const endpoint = endpointOf(settings, row);
  return endpoint === "webhook" || (endpoint === undefined && row.akismet === null && row.origin === null);
}

/**
 * Which way a comment's events go; undefined: nobody wants them sent. A comment with which WordPress said where it wants to hear of
 * it is told there, one of another system in that system's own way, any other by the site's webhook. `row` null: of any comment.
 */
export function endpointOf(
  { webhook, mode, integration }: Settings,
  row: Pick<CommentRow, "akismet" | "origin"> | null,
): Endpoint | undefined {
  if (mode !== "enforce") return undefined;
  if (row?.akismet?.callback !== undefined) return "wordpress";
  if (row?.origin && isTold(integration, row.origin.system)) return "system";
  return webhook === null ? undefined : "webhook";
}
