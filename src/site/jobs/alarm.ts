import { log } from "../../platform/log.ts";
import type { Site } from "../site.ts";
import type { DeliveryJob } from "./delivery-job.ts";
import { purgeDue, workDue } from "./due.ts";
import type { NoticeJob } from "./notice-job.ts";
import type { PurgeJob } from "./purge-job.ts";
import type { QueueJob } from "./queue-job.ts";
import type { WeakJob } from "./weak-job.ts";

/** Alarms of one site are at least this far apart. */
const SPACING = 5_000;
/** Set before the jobs work: should the object die meanwhile, it wakes again. */
const SAFETY = 60_000;

interface Jobs {
  readonly queue: QueueJob;
  readonly delivery: DeliveryJob;
  readonly notice: NoticeJob;
  readonly purge: PurgeJob;
  readonly weak: WeakJob;
}

/** The one alarm of a site object, shared by its jobs. */
export class Alarm {
  readonly #storage: DurableObjectStorage;
  readonly #site: Site;
  readonly #jobs: Jobs;
  /** When the alarm is set to ring; null: it is not. */
  #set: number | null = null;
  #lastRing = 0;

  constructor(storage: DurableObjectStorage, site: Site, jobs: Jobs) {
    this.#storage = storage;
    this.#site = site;
    this.#jobs = jobs;
  }

  /** What the object had to do before it slept or died is not forgotten. */
  async wake(): Promise<void> {
    this.#set = await this.#storage.getAlarm();
    const now = Date.now();
    if (workDue(this.#site, now) !== undefined) this.arm(now);
  }

  /** Makes sure that the alarm rings when the earliest job wants to work. */
  arm(now: number): void {
    const wanted = Math.min(workDue(this.#site, now) ?? Number.POSITIVE_INFINITY, purgeDue(this.#site, now));
    const at = Math.max(wanted, this.#lastRing + SPACING);
    if (this.#set !== null && this.#set <= at) return;
    void this.#setTo(at);
  }

  async ring(): Promise<void> {
    const now = Date.now();
    this.#lastRing = now;
    this.#site.use.count("requests");
    await this.#setTo(now + SAFETY);
    const { queue, delivery, notice, purge, weak } = this.#jobs;
    const daily = purge.isDue(now);
    const work = [
      queue.work(now).then(() => (daily ? queue.sweep(now) : undefined)),
      delivery.work(Date.now),
      notice.work(Date.now),
      daily ? Promise.resolve(now).then((time) => purge.work(time)) : undefined,
      daily ? Promise.resolve(now).then((time) => weak.work(time)) : undefined,
    ];
    for (const result of await Promise.allSettled(work)) {
      if (result.status === "rejected") log("error", "job failed", { failure: result.reason });
    }
    this.#set = null;
    this.arm(Date.now());
  }

  /** A set alarm is a row written. */
  #setTo(at: number): Promise<void> {
    this.#set = at;
    this.#site.use.count("rowsWritten");
    return this.#storage.setAlarm(at);
  }
}
