import { nextReset } from "../../contract/plan.ts";
import { HOUR, TIME_LIMIT, within } from "../../platform/clock.ts";
import type { ApprovalQueue } from "../../queue/approval-queue.ts";
import type { DayUse } from "../budget/day-use.ts";
import type { Site } from "../site.ts";
import { emptyOutboxRow, type OutboxRow } from "../tables/outbox.ts";
import { viewOf } from "../views/views.ts";

/** Operations under way at once: a Worker may hold six connections. */
const AT_ONCE = 6;
/** Operations in one alarm: the free plan allows a request 1,000 calls to platform services; the rest waits its turn. */
const BATCH = 120;
/** After a failure that is no quota, the job tries again. */
const RETRY = 30_000;
/** KV lists a new key everywhere after a minute; an hour is safe. */
const SETTLED = HOUR;

/** What a key in KV is made of. */
type Keyed = Pick<OutboxRow, "comment" | "arrived">;

/** Keeps KV in step with what the comments' statuses want: a put for what is pending, a delete for all else. */
export class QueueJob {
  readonly #site: Site;
  readonly #queue: ApprovalQueue;

  constructor(site: Site, queue: ApprovalQueue) {
    this.#site = site;
    this.#queue = counted(queue, site.use);
  }

  async work(now: number): Promise<void> {
    if (now < this.#site.meta.times.queuePausedUntil) return;
    const { outbox, pending } = this.#site;
    const stale = outbox.stale(BATCH);
    const unput = stale.length < BATCH ? pending.unput(BATCH - stale.length) : [];
    const n = stale.length + unput.length;
    if (n > 0 && n < BATCH) outbox.broughtAt = now;
    const { failure = await this.#putFirst(unput.map(({ id, arrived }) => ({ comment: id, arrived }))) } =
      await this.#bringAll(stale);
    if (failure) this.#pause(now, failure);
  }

  async #putFirst(rows: readonly Keyed[]): Promise<Error | undefined> {
    const { done, failure } = await this.#bringAll(rows);
    this.#site.transaction(() => this.#site.outbox.put(rows.slice(0, done)));
    return failure;
  }

  /** Brings keys in step until one fails; answers how many are before it. */
  async #bringAll(rows: readonly Keyed[]): Promise<{ done: number; failure: Error | undefined }> {
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const results = await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => this.#bring(row)));
      const failed = results.findIndex((result) => result !== undefined);
      if (failed >= 0) return { done: at + failed, failure: results[failed] };
    }
    return { done: rows.length, failure: undefined };
  }

  /** Brings one key in step; answers the failure, if there was one. */
  async #bring({ comment, arrived }: Keyed): Promise<Error | undefined> {
    const row = this.#site.comments.get(comment);
    const wanted = row?.status === "pending";
    this.#site.untried.delete(comment);
    try {
      const operation = wanted
        ? this.#queue.put(viewOf(this.#site, row))
        : this.#queue.remove(this.#site.record.id, arrived, comment);
      await within(TIME_LIMIT, operation);
      this.#done(comment, row?.revision);
      return undefined;
    } catch (failure) {
      return failure instanceof Error ? failure : new Error(String(failure));
    }
  }

  /** In step, unless the comment moved on meanwhile: then the row stays for the next round. */
  #done(comment: string, revision: number | undefined): void {
    const waiting = this.#site.outbox.get(comment);
    if (!waiting || this.#site.comments.get(comment)?.revision !== revision) return;
    this.#site.outbox.inStep(waiting);
  }

  /** Removes keys that nothing wants: a put may land after the delete that followed it; puts those that are gone. Once a day. */
  async sweep(now: number): Promise<void> {
    const { items, more } = await within(TIME_LIMIT, this.#queue.list(this.#site.record.id));
    if (!more) this.#wantMissing(new Set(items.map(({ id }) => id)), now);
    const pending = new Set(this.#site.comments.pending(items.map(({ id }) => id)).map(({ id }) => id));
    for (const { site, arrived, id } of items.filter((item) => !pending.has(item.id))) {
      await within(TIME_LIMIT, this.#queue.remove(site, arrived, id));
    }
  }

  /** Keys that KV lost, or all, if it is another namespace. A young one may only not be listed yet. */
  #wantMissing(there: ReadonlySet<string>, now: number): void {
    const { outbox, pending } = this.#site;
    for (const { id, arrived } of pending.all()) {
      if (there.has(id) || now - arrived < SETTLED || pending.isUnput(arrived)) continue;
      const row = outbox.get(id) ?? emptyOutboxRow(id, arrived);
      if (!row.queue) outbox.set({ ...row, queue: true });
    }
  }

  #pause(now: number, failure: Error): void {
    const until = isQuota(failure) ? nextReset(now) : now + RETRY;
    this.#site.meta.times = { ...this.#site.meta.times, queuePausedUntil: until };
  }
}

/** KV's answer when a day's free operations are used up. */
const isQuota = (failure: Error) => /limit exceeded|quota/i.test(failure.message);

/** The approval queue, its operations counted; a failed one may have been billed, so it counts. */
function counted(queue: ApprovalQueue, use: DayUse): ApprovalQueue {
  return {
    put(comment) {
      use.count("kvWrites");
      return queue.put(comment);
    },
    remove(site, arrived, id) {
      use.count("kvDeletes");
      return queue.remove(site, arrived, id);
    },
    list(site) {
      use.count("kvLists");
      return queue.list(site);
    },
  };
}
