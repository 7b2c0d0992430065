import type { Decision, Status } from "../core/decision.ts";
import type { Outcome } from "../core/verdict.ts";
import type { CommentRow } from "./comment-row.ts";
import type { EventRow, EventType, Source } from "./events.ts";
import { emptyOutboxRow, type OutboxRow } from "./outbox.ts";
import type { Site } from "./site.ts";

/** A decision waits this long before it is sent, so that a quick undo costs nothing. */
export const GRACE = 5_000;

/**
 * Notes that KV has to follow a comment's status. A comment that is decided before anybody tried to put its key needs
 * nothing.
 */
export function wantQueue(
  site: Site,
  row: Pick<CommentRow, "id" | "arrived" | "status">,
  before: Status | undefined,
): void {
  const waiting = site.outbox.get(row.id);
  const pending = row.status === "pending";
  if (!pending && before !== "pending" && !waiting?.queue) return;
  if (pending && before === undefined) site.untried.add(row.id);
  const queue = pending || !site.untried.delete(row.id);
  site.outbox.set({ ...(waiting ?? emptyOutboxRow(row.id, row.arrived)), queue });
}

interface NewEvent {
  readonly type: EventType;
  readonly decision: Decision | "undo" | null;
  readonly actor: string;
  readonly before: Status;
  readonly at: number;
  readonly because?: EventRow["because"];
  readonly lesson?: Uint8Array | undefined;
  readonly source?: Source;
  readonly outcome?: Outcome | undefined;
  /** Not to be sent, whatever the settings: the blog never learned what this takes back, or did it itself. */
  readonly silent?: boolean;
}

/** Writes an event of a comment, and queues it for the blog if the site has an address for it. Answers its sequence. */
export function record(
  site: Site,
  row: Pick<CommentRow, "id" | "arrived" | "status">,
  event: NewEvent,
): number {
  const sequence = site.events.nextSequence(event.at);
  const { webhook, mode } = site.record.settings;
  const send = webhook !== null && mode === "enforce" && event.silent !== true;
  site.events.add({
    sequence,
    comment: row.id,
    type: event.type,
    decision: event.decision,
    because: event.because ?? null,
    actor: event.actor,
    at: event.at,
    before: event.before,
    status: row.status,
    send,
    revoked: false,
    lesson: event.lesson ?? null,
    source: event.source ?? "hamlet",
    outcome: event.outcome ?? null,
  });
  if (send) queueDelivery(site, row, sequence, event.at + GRACE);
  return sequence;
}

/** Events of one comment go out in order: a later one waits for those before it. */
function queueDelivery(
  site: Site,
  row: Pick<CommentRow, "id" | "arrived">,
  event: number,
  due: number,
): void {
  const waiting = site.outbox.get(row.id) ?? emptyOutboxRow(row.id, row.arrived);
  if (waiting.event !== null && waiting.state !== "dead") return;
  site.outbox.set({ ...waiting, event, state: "waiting", due, attempts: 0, failure: null });
}

/** The comment's next event to be sent after one that is done with; undefined: none. */
export function nextToSend(site: Site, row: Pick<CommentRow, "events">, after: number): EventRow | undefined {
  return site.events.all(row.events.filter((sequence) => sequence > after)).find((event) => event.send);
}

/** Takes a waiting event out of the outbox; false: it may have been sent already. */
export function cancelDelivery(site: Site, row: Pick<CommentRow, "id" | "events">, event: number): boolean {
  const waiting = site.outbox.get(row.id);
  if (!waiting || waiting.event === null || waiting.event > event) return false;
  if (waiting.event < event) return true;
  if (waiting.state !== "waiting" || waiting.attempts > 0) return false;
  const next = nextToSend(site, row, event);
  site.outbox.set(withEvent(waiting, next));
  return true;
}

/** The outbox row with another event to deliver, or none. */
export function withEvent(row: OutboxRow, event: EventRow | undefined): OutboxRow {
  if (!event) return { ...row, event: null, state: "idle", due: 0, attempts: 0, failure: null };
  return {
    ...row,
    event: event.sequence,
    state: "waiting",
    due: event.at + GRACE,
    attempts: 0,
    failure: null,
  };
}
