import type { Actor } from "../../contract/actor.ts";
import type { Endpoint, Replayed } from "../../contract/outgoing.ts";
import type { Settings } from "../../contract/site.ts";
import type { Status } from "../../core/judging/decision.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import type { EventType } from "../tables/events.ts";
import { endpointOf, writeEvent } from "./write-event.ts";

/** Dead letters taken up again in one call. */
const MOST = 200;

/** The event that tells of a status. */
export const typeOf: Readonly<Record<Status, EventType>> = {
  pending: "comment.held",
  published: "comment.published",
  spam: "comment.spam",
  discarded: "comment.discarded",
};

/** Sends a comment's current state as a new event, at once. What is already to be sent first is hurried. */
export function replay(site: Site, id: string, by: Actor, now: number): Replayed {
  const row = site.comments.get(id);
  if (!row) return { ok: false, reason: "unknown_comment" };
  const endpoint = endpointOf(site.record.settings, row);
  if (endpoint === undefined) return { ok: false, reason: "no_endpoint" };
  site.transaction(() => {
    const before = site.outbox.get(id);
    const untried =
      before?.state === "waiting" && before.attempts === 0 && before.event === row.events.at(-1);
    if (!untried) sendAgain(site, row, by, now);
    const waiting = site.outbox.get(id);
    if (waiting?.state === "waiting") site.outbox.set({ ...waiting, due: now });
    site.circuits.hurry(endpoint, now);
  });
  return { ok: true };
}

/** Takes up dead letters, the oldest first; `left`: more than one call takes. Undefined: the site has nowhere to send to. */
export function replayDead(
  site: Site,
  by: Actor,
  now: number,
): { readonly replayed: number; readonly left: number } | undefined {
  const dead = site.outbox.list("dead", MOST);
  if (dead.length === 0 && endpointOf(site.record.settings, null) === undefined) return undefined;
  const replayed = dead.filter(({ comment }) => replay(site, comment, by, now).ok).length;
  return { replayed, left: site.outbox.deliveries().dead };
}

/** Has the site another address than before, what waited for that one is tried at once. */
export function followAddress(site: Site, before: Settings | undefined, now: number): void {
  const { webhook, integration } = site.record.settings;
  if (webhook !== before?.webhook) hurry(site, "webhook", now);
  const [present, past] = [integration, before?.integration];
  if (present?.endpoint !== past?.endpoint || present?.credential !== past?.credential)
    hurry(site, "system", now);
}

function hurry(site: Site, endpoint: Endpoint, now: number): void {
  site.circuits.hurry(endpoint, now);
  site.outbox.hurry(endpoint, now);
}

/** A new event that says where a comment is. The caller sees to the transaction. */
export function sendAgain(site: Site, row: CommentRow, by: Actor, now: number): void {
  const sequence = writeEvent(site, row, {
    type: typeOf[row.status],
    decision: null,
    actor: by,
    before: row.status,
    at: now,
    grace: 0,
  });
  site.comments.settle({ ...row, events: [...row.events, sequence] });
}
