import type { Client, Decision } from "./client.ts";
import type { Receiver } from "./receiver.ts";
import type { StoredComment, StoredEvent } from "./stored.ts";

const places: Readonly<Record<Decision, string>> = {
  approve: "published",
  spam: "spam",
  discard: "discarded",
};

/** What must be nothing, each as [what, how many]. */
export type Findings = readonly (readonly [string, number])[];

/** Compares what was acknowledged with what is stored. */
export function comparePlaces(
  { acknowledged, decided }: Client,
  comments: readonly StoredComment[],
  events: readonly StoredEvent[],
): Findings {
  const stored = new Map(comments.map(({ id, status }) => [id, status]));
  const last = new Map(events.map(({ comment, status }) => [comment, status]));
  let [lost, misplaced, decisionsLost, decisionsDoubled] = [0, 0, 0, 0];
  for (const [id, answer] of acknowledged) {
    const status = stored.get(id);
    const told = decided.get(id) ?? [];
    const final = told.at(-1);
    // What was answered in the object's absence may be settled otherwise later, by an event.
    const expected = final ? places[final] : (last.get(id) ?? answer.status);
    if (status === undefined) lost++;
    else if (status !== expected) misplaced++;
    const taken = events.filter((event) => event.comment === id && event.decision !== null);
    if (taken.length < told.length) decisionsLost++;
    if (taken.length > told.length || taken.filter(({ revoked }) => revoked === 0).length > 1)
      decisionsDoubled++;
  }
  return [
    ["acknowledged comments lost", lost],
    ["acknowledged comments in a wrong status", misplaced],
    ["comments stored under a second id", comments.filter(({ id }) => id.endsWith("~2")).length],
    ["acknowledged decisions lost", decisionsLost],
    ["decisions that took effect twice", decisionsDoubled],
  ];
}

/** Compares what the blog got with what there was to tell. */
export function compareDeliveries(
  receiver: Receiver,
  comments: readonly StoredComment[],
  events: readonly StoredEvent[],
): Findings {
  const arrived = new Set(receiver.received.map(({ sequence }) => sequence));
  const last = new Map<string, { sequence: number; status: string }>();
  for (const event of receiver.received) {
    if ((last.get(event.comment)?.sequence ?? 0) <= event.sequence) last.set(event.comment, event);
  }
  const stored = new Map(comments.map(({ id, status }) => [id, status]));
  const stale = [...last].filter(([comment, { status }]) => stored.get(comment) !== status).length;
  return [
    [
      "events that never arrived",
      events.filter(({ send, sequence }) => send === 1 && !arrived.has(sequence)).length,
    ],
    ["comments whose last event is not their status", stale],
    ["deliveries with a wrong signature", receiver.unsigned],
    ["redirects followed", receiver.followed],
  ];
}
