import { DurableObject } from "cloudflare:workers";
import { type Bindings, configuration } from "../bindings.ts";
import type { DecisionRequest, Event } from "../contract/decision.ts";
import type { Answer } from "../contract/verdict.ts";
import type { SiteRecord } from "../directory/record.ts";
import { kvQueue } from "../queue/approval-queue.ts";
import { signingSecret } from "../secrets/site-secrets.ts";
import { Alarm } from "./alarm.ts";
import { answerOf } from "./answer.ts";
import { decide } from "./decide.ts";
import { type Deliveries, deliveriesOf } from "./delivery/deliveries.ts";
import type { Reply } from "./delivery/exchange.ts";
import { type Replayed, replay, replayDead, tryNow } from "./delivery/replay.ts";
import { tryOut } from "./delivery/try-out.ts";
import { webhookEnvoy } from "./delivery/webhook-envoy.ts";
import { eventView } from "./events.ts";
import type { Caller, Intake, Submitted } from "./intake.ts";
import { DeliveryLane } from "./lanes/delivery-lane.ts";
import { PurgeLane } from "./lanes/purge-lane.ts";
import { QueueLane } from "./lanes/queue-lane.ts";
import { WeakLane } from "./lanes/weak-lane.ts";
import type { Decided } from "./outcome.ts";
import { remove } from "./remove.ts";
import { migrate } from "./schema.ts";
import { Site } from "./site.ts";
import type { Usage } from "./sql.ts";
import { submit } from "./submit.ts";
import { takeOver } from "./take-over.ts";
import type { CommentDetail, CommentPage, Counts, ListRequest } from "./view.ts";
import { detailOf, viewOf } from "./views.ts";

/** A comment as the API tells it: the answer, with its history. */
export type Told = Answer & { history: Event[] };

/**
 * One site's single writer and system of record. Every method is one call, one transaction, and answers after the
 * commit. Failures are answers, not exceptions: what throws here is a fault.
 */
export class SiteObject extends DurableObject<Bindings> {
  #site: Site;
  #alarm: Alarm;

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    ({ site: this.#site, alarm: this.#alarm } = open(state.storage, env));
    state.blockConcurrencyWhile(() => this.#alarm.wake());
  }

  submit(intake: Intake, caller: Caller): Submitted {
    const submitted = submit(this.#site, intake, caller);
    this.#alarm.arm(Date.now());
    return submitted;
  }

  /** Submissions that were taken in while this object could not be reached. Safe here when it returns. */
  takeOver(intakes: readonly Intake[], record: SiteRecord): void {
    this.#site.meta.adopt(record);
    for (const intake of intakes) takeOver(this.#site, intake);
    this.#alarm.arm(Date.now());
  }

  decide(id: string, request: DecisionRequest, record: SiteRecord): Decided {
    this.#site.meta.adopt(record);
    const circumstances = {
      by: request.by ?? "blog",
      now: Date.now(),
    };
    const decided = decide(this.#site, id, request, circumstances);
    this.#alarm.arm(Date.now());
    return decided;
  }

  /** Undefined: no such comment. */
  tell(id: string, record: SiteRecord): Told | undefined {
    this.#site.meta.adopt(record);
    const row = this.#site.comments.get(id);
    if (!row) return undefined;
    const history = this.#site.events.all(row.events).map(eventView);
    return { ...answerOf(row.id, row.revision, row.status, row.verdict), history };
  }

  detail(id: string, record: SiteRecord): CommentDetail | undefined {
    this.#site.meta.adopt(record);
    const row = this.#site.comments.get(id);
    return row && detailOf(this.#site, row);
  }

  remove(id: string, record: SiteRecord): boolean {
    this.#site.meta.adopt(record);
    const removed = remove(this.#site, id);
    this.#alarm.arm(Date.now());
    return removed;
  }

  list(request: ListRequest, record: SiteRecord): CommentPage {
    this.#site.meta.adopt(record);
    const { rows, next } = this.#site.comments.list(request);
    return { items: rows.map((row) => viewOf(this.#site, row)), next };
  }

  /** Of the ids that KV shows, those that still wait; and up to `limit` that wait and have not reached KV. */
  confirm(ids: readonly string[], limit: number, record: SiteRecord): CommentPage {
    this.#site.meta.adopt(record);
    const unqueued = this.#site.outbox.unqueued(limit).filter((id) => !ids.includes(id));
    const rows = this.#site.comments.pending([...ids, ...unqueued]);
    return { items: rows.map((row) => viewOf(this.#site, row)) };
  }

  counts(record: SiteRecord): Counts {
    this.#site.meta.adopt(record);
    return this.#site.counts;
  }

  /** Rows read and written since this object woke. */
  usage(): Usage {
    return this.#site.usage;
  }

  /** The feed of decisions: what came after a sequence, in order. */
  decisions(since: number, limit: number, record: SiteRecord): { events: Event[]; next: number } {
    this.#site.meta.adopt(record);
    const events = this.#site.events.since(since, limit).map(eventView);
    return { events, next: events.at(-1)?.sequence ?? since };
  }

  /** Tells the blog again where a comment is. */
  replay(id: string, by: string, record: SiteRecord): Replayed {
    this.#site.meta.adopt(record);
    const replayed = replay(this.#site, id, by, Date.now());
    this.#alarm.arm(Date.now());
    return replayed;
  }

  /** Takes dead letters up again. Undefined: the site has nowhere to send to. */
  replayDead(by: string, record: SiteRecord): { replayed: number; left: number } | undefined {
    this.#site.meta.adopt(record);
    const replayed = replayDead(this.#site, by, Date.now());
    this.#alarm.arm(Date.now());
    return replayed;
  }

  deliveries(record: SiteRecord): Deliveries {
    this.#site.meta.adopt(record);
    return deliveriesOf(this.#site);
  }

  /** Sends the webhook a test event and tells what it answered. */
  tryOut(record: SiteRecord): Promise<Reply> {
    return tryOut(this.#site.meta.adopt(record), meansOf(this.env), Date.now);
  }

  /** New settings, or a key revoked: known here before any copy of them grows old elsewhere. */
  configure(record: SiteRecord): void {
    const before = this.#site.meta.record?.settings.webhook;
    const { settings } = this.#site.meta.adopt(record);
    if (settings.webhook !== before) tryNow(this.#site, Date.now());
    this.#alarm.arm(Date.now());
  }

  /** Deletes everything this site ever stored. What still arrives under an old copy of its record is turned away. */
  async destroy(now: number): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    ({ site: this.#site, alarm: this.#alarm } = open(this.ctx.storage, this.env));
    this.#site.meta.deletedAt = now;
  }

  /** Reads all anew, as after a crash. */
  wake(): void {
    ({ site: this.#site, alarm: this.#alarm } = open(this.ctx.storage, this.env));
  }

  /** Ends the queue lane's pause after a failure of KV. */
  resumeQueue(): void {
    this.#site.meta.times = { ...this.#site.meta.times, queuePausedUntil: 0 };
    this.#alarm.arm(Date.now());
  }

  override async alarm(): Promise<void> {
    await this.#alarm.ring();
  }
}

function open(storage: DurableObjectStorage, env: Bindings): { site: Site; alarm: Alarm } {
  migrate(storage);
  const site = new Site(storage);
  const queue = new QueueLane(site, kvQueue(env.QUEUE));
  const means = meansOf(env);
  const envoys = { webhook: webhookEnvoy(means.secretOf, means.allowLocal) };
  const delivery = new DeliveryLane(site, { envoys, fetch: means.fetch });
  return {
    site,
    alarm: new Alarm(storage, { queue, delivery, purge: new PurgeLane(site), weak: new WeakLane(site) }),
  };
}

/** What it takes to send something to a blog. */
function meansOf(env: Bindings) {
  const configured = configuration(env);
  const master = configured.ok ? configured.secrets.HAMLET_SECRET : "";
  return {
    secretOf: (record: SiteRecord, generation: number) =>
      signingSecret(master, record.id, "delivery", generation),
    fetch: (request: Request) => fetch(request),
    allowLocal: configured.ok && configured.secrets.ALLOW_LOCAL_TARGETS,
  };
}
