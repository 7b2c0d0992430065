import { Webhook } from "standardwebhooks";
import type { EventRow } from "../events.ts";
import type { OutboxRow } from "../outbox.ts";
import { nextToSend, withEvent } from "../outside.ts";
import type { Site } from "../site.ts";
import { targetFault } from "../target.ts";
import { TIME_LIMIT } from "./time-limit.ts";

const BATCH = 20;
/** First retry; each later one waits twice as long, at most six hours, for three days in all. */
const FIRST_RETRY = 10_000;
const LONGEST_RETRY = 6 * 3_600_000;
const GIVE_UP_AFTER = 3 * 86_400_000;

export interface Postman {
  /** Signing secret of the site for a generation, `whsec_…`. */
  readonly secret: (generation: number) => Promise<string>;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowLocal: boolean;
}

/** Sends events to the blog: signed, at least once, in order for one comment. */
export class DeliveryLane {
  readonly #site: Site;
  readonly #postman: Postman;

  constructor(site: Site, postman: Postman) {
    this.#site = site;
    this.#postman = postman;
  }

  due(): number | undefined {
    return this.#site.outbox.nextDue();
  }

  async work(now: () => number): Promise<void> {
    const rows = this.#site.outbox.due(now(), BATCH);
    // Committed before the first request goes out: after a crash a row in "sending" may have arrived, and is sent again.
    for (const row of rows) this.#site.outbox.set({ ...row, state: "sending" });
    await Promise.all(rows.map((row) => this.#deliver(row, now)));
  }

  async #deliver(row: OutboxRow, now: () => number): Promise<void> {
    const event = row.event === null ? undefined : this.#site.events.get(row.event);
    const comment = this.#site.comments.get(row.comment);
    if (!event || !comment) {
      this.#finish(row, undefined);
      return;
    }
    const failure = await this.#send(event, comment.status, now());
    if (failure === undefined) this.#site.use.delivered(now());
    if (failure === undefined) this.#finish(row, nextToSend(this.#site, comment, event.sequence));
    else this.#fail(row, event, failure, now());
  }

  /** Undefined: the blog took it. */
  async #send(event: EventRow, status: string, now: number): Promise<string | undefined> {
    const { settings, generation } = this.#site.record;
    if (settings.webhook === null) return "the site has no webhook any more";
    const fault = targetFault(settings.webhook, settings, this.#postman.allowLocal);
    if (fault) return fault;
    try {
      const request = await this.#request(settings.webhook, event, status, generation, now);
      const response = await this.#postman.fetch(request);
      await response.body?.cancel();
      return response.ok ? undefined : `status ${response.status}`;
    } catch (failure) {
      return failure instanceof Error ? failure.message.slice(0, 200) : "no connection";
    }
  }

  async #request(
    url: string,
    event: EventRow,
    status: string,
    generation: number,
    now: number,
  ): Promise<Request> {
    const id = `evt_${this.#site.record.id}_${event.sequence}`;
    const body = JSON.stringify(payload(this.#site.record.id, event, status));
    const at = new Date(now);
    const signature = new Webhook(await this.#postman.secret(generation)).sign(id, at, body);
    return new Request(url, {
      method: "POST",
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIME_LIMIT),
      headers: {
        "content-type": "application/json",
        "user-agent": "Hamlet",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": signature,
      },
    });
  }

  #finish(row: OutboxRow, next: EventRow | undefined): void {
    const present = this.#site.outbox.get(row.comment);
    if (present?.event === row.event) this.#site.outbox.set(withEvent(present, next));
  }

  #fail(row: OutboxRow, event: EventRow, failure: string, now: number): void {
    const present = this.#site.outbox.get(row.comment);
    if (present?.event !== row.event) return;
    const attempts = row.attempts + 1;
    const dead = now - event.at > GIVE_UP_AFTER;
    const wait =
      Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** row.attempts) *
      (0.75 + spread(event.sequence, attempts) / 2);
    this.#site.outbox.set({
      ...present,
      state: dead ? "dead" : "waiting",
      attempts,
      due: now + wait,
      failure,
    });
  }
}

/** A number in 0..1 that differs from event to event, so that retries do not come all at once; no randomness needed. */
const spread = (sequence: number, attempts: number) => ((sequence * 31 + attempts * 17) % 101) / 101;

/** What the blog gets: the event, and where the comment is now. */
function payload(site: string, event: EventRow, status: string) {
  return {
    type: event.type,
    timestamp: new Date(event.at).toISOString(),
    data: {
      site,
      id: event.comment,
      sequence: event.sequence,
      status,
      before: event.before,
      decision: event.decision,
      because: event.because ?? undefined,
      by: event.actor,
    },
  };
}
