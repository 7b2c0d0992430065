import { HAMLET } from "../../contract/actor.ts";
import { type Endpoint, endpoints, type Reply } from "../../contract/outgoing.ts";
import type { Status } from "../../core/judging/decision.ts";
import { TIME_LIMIT } from "../../platform/clock.ts";
import { backoff, exchange, GIVE_UP_AFTER, LONGEST, withoutSecrets } from "../delivery/attempts.ts";
import type { Channel, Message, Reading } from "../delivery/channel.ts";
import { noteGone } from "../delivery/gone.ts";
import { sendAgain } from "../delivery/replay.ts";
import { nextToSend, unsentReplies, withEvent } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { isUnsentReply } from "../tables/events.ts";
import type { OutboxRow } from "../tables/outbox.ts";

/** Requests to one endpoint in one alarm: the free plan allows 50 in all. */
const BATCH = 20;
const AT_ONCE = 4;

/** Why an answer is a dead letter that later events went past. */
const GIVEN_UP = "the answer was given up after three days";

interface Outgoing {
  readonly channels: Readonly<Record<Endpoint, Channel>>;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** What became of an attempt. */
interface Tried {
  readonly reply: Reply;
  readonly reading: Reading;
  /** Where the comment was said to be; undefined: nothing was sent. */
  readonly told: Status | undefined;
}

/** Sends events to the blog: at least once, in order for one comment, each endpoint at its own pace. */
export class DeliveryJob {
  readonly #site: Site;
  readonly #outgoing: Outgoing;

  constructor(site: Site, outgoing: Outgoing) {
    this.#site = site;
    this.#outgoing = outgoing;
  }

  async work(now: () => number): Promise<void> {
    await Promise.all(endpoints.map((endpoint) => this.#workFor(endpoint, now)));
  }

  /** A slow blog must not keep the alarm from its other jobs: after a time limit the rest waits for the next one. */
  async #workFor(endpoint: Endpoint, now: () => number): Promise<void> {
    const { circuits, outbox } = this.#site;
    const began = now();
    if ((circuits.of(endpoint)?.due ?? 0) > began) return;
    const probing = circuits.isOpen(endpoint);
    const rows = outbox.due(endpoint, began, probing ? 1 : BATCH);
    for (let at = 0; at < rows.length && now() - began < TIME_LIMIT; at += AT_ONCE) {
      if (!probing && circuits.isOpen(endpoint)) return;
      const claimed = rows.slice(at, at + AT_ONCE).flatMap((row) => this.#claim(row) ?? []);
      await Promise.all(
        claimed.map((row) =>
          this.#deliver(row, now).finally(() => this.#site.outbox.sending.delete(row.comment)),
        ),
      );
    }
    if (circuits.isOpen(endpoint)) this.#giveUpOld(endpoint, now());
  }

  /** While the request is under way nobody may take the event back as if it had never been sent. */
  #claim({ comment, event }: OutboxRow): OutboxRow | undefined {
    const { outbox } = this.#site;
    if (outbox.get(comment)?.event !== event) return undefined;
    outbox.sending.add(comment);
    return outbox.get(comment);
  }

  async #deliver(row: OutboxRow, now: () => number): Promise<void> {
    const { record, events, comments, attempts } = this.#site;
    const event = row.event === null ? undefined : events.get(row.event);
    const comment = comments.get(row.comment);
    if (!event || !comment) {
      this.#site.outbox.set(withEvent(row, undefined));
      return;
    }
    const message: Message = { record, event, comment, attempts: attempts.of(comment.id), now: now() };
    const tried = await this.#send(row, message, now);
    this.#site.transaction(() => this.#note(row, message, tried, now()));
  }

  async #send(row: OutboxRow, message: Message, now: () => number): Promise<Tried> {
    const channel = this.#outgoing.channels[row.endpoint];
    const prepared = await channel.prepare(message);
    if ("fault" in prepared) {
      const reading = prepared.final ? "never" : "again";
      return { reply: { answer: prepared.fault, ms: 0 }, reading, told: undefined };
    }
    const told = message.comment.status;
    if ("known" in prepared) return { reply: { answer: prepared.known, ms: 0 }, reading: "delivered", told };
    const { request, secrets = [] } = prepared;
    const reply = await exchange(this.#outgoing.fetch, request, now);
    return {
      reply: { ...reply, answer: withoutSecrets(reply.answer, secrets) },
      told,
      reading:
        reply.status === undefined ? "again" : channel.read({ ...reply, status: reply.status }, message),
    };
  }

  /** Writes down what became of an attempt, and what is to be sent next. */
  #note(row: OutboxRow, { event, comment }: Message, { reply, reading, told }: Tried, now: number): void {
    const { attempts, circuits, outbox } = this.#site;
    const delivered = reading === "delivered";
    const { status = null, answer, ms } = reply;
    attempts.add(row.comment, {
      event: event.sequence,
      at: now - ms,
      ms,
      status,
      answer,
      delivered,
      ...(told && { told }),
    });
    const failure = `${status === null ? "" : `status ${status} `}${answer}`.trim();
    if (delivered && status !== null) {
      this.#site.use.delivered(now);
      if (circuits.succeeded(row.endpoint)) outbox.hurry(row.endpoint, now);
    } else if (reading === "again") circuits.failed(row.endpoint, row.comment, failure, now);
    if (delivered && isUnsentReply(event))
      this.#site.events.mark(event.sequence, { revoked: false, send: false });
    const present = outbox.get(row.comment);
    if (present?.event !== row.event) return;
    if (delivered) this.#finish(present, comment, now);
    else if (reading === "gone") this.#end(present, now);
    else if (reading === "never" || now - event.at > GIVE_UP_AFTER)
      this.#giveUp({ ...present, failure, attempts: present.attempts + 1 });
    else {
      const tried = present.attempts + 1;
      const pause = Math.max(backoff(tried, event.sequence), Math.min(reply.retryAfter ?? 0, LONGEST));
      outbox.set({ ...present, state: "waiting", attempts: tried, due: now + pause, failure });
    }
  }

  /** The blog took an event. Should the comment have moved on without one meanwhile, it is told again. */
  #finish(row: OutboxRow, sent: CommentRow, now: number): void {
    const comment = this.#site.comments.get(row.comment);
    const next = comment && nextToSend(this.#site, comment, row.event ?? 0);
    // Sent with a later status than its own, it told what the next event would take back if that were undone unsent.
    const missed = next !== undefined && next.before !== sent.status;
    const [left] = comment && !next ? unsentReplies(this.#site, comment) : [];
    if (left) this.#site.outbox.set({ ...row, event: left.sequence, state: "dead", failure: GIVEN_UP });
    else this.#site.outbox.set({ ...withEvent(row, next), missed });
    if (comment && !next && comment.status !== sent.status) sendAgain(this.#site, comment, HAMLET, now);
  }

  /** There is nobody to be told any more. */
  #end(row: OutboxRow, now: number): void {
    this.#site.outbox.set(withEvent(row, undefined));
    const comment = this.#site.comments.get(row.comment);
    if (comment) noteGone(this.#site, comment, now);
  }

  /** A dead letter, unless the comment has a newer event: that one tells all that the blog has to know. */
  #giveUp(row: OutboxRow): void {
    const comment = this.#site.comments.get(row.comment);
    const next = comment && nextToSend(this.#site, comment, row.event ?? 0);
    this.#site.outbox.set(next ? { ...withEvent(row, next), missed: true } : { ...row, state: "dead" });
  }

  /** What waits behind an endpoint that has failed for three days need not be tried one by one. */
  #giveUpOld(endpoint: Endpoint, now: number): void {
    const reason = this.#site.circuits.of(endpoint)?.reason ?? null;
    for (const row of this.#site.outbox.olderThan(endpoint, now - GIVE_UP_AFTER, BATCH))
      this.#giveUp({ ...row, failure: row.failure ?? reason });
  }
}
