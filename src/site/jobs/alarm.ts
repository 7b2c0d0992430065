import { log } from "../../platform/log.ts";
import type { DayUse } from "../budget/day-use.ts";
import type { DeliveryJob } from "./delivery-job.ts";
import type { NoticeJob } from "./notice-job.ts";
import type { PurgeJob } from "./purge-job.ts";
import type { QueueJob } from "./queue-job.ts";
import type { WeakJob } from "./weak-job.ts";

/** Alarms of one site are at least this far apart. */
const SPACING = 5_000;
/** Set before the jobs work: should the object die meanwhile, it wakes again. */
const SAFETY = 60_000;

export interface Jobs {
  readonly queue: QueueJob;
  readonly delivery: DeliveryJob;
  readonly notice: NoticeJob;
  readonly purge: PurgeJob;
  readonly weak: WeakJob;
}

/** The one alarm of a site object, shared by its jobs. */
export class Alarm {
  readonly #storage: DurableObjectStorage;
  readonly #use: DayUse;
  readonly #jobs: Jobs;
  /** When the alarm is set to ring; null: it is not. */
  #set: number | null = null;
  #lastRing = 0;

  constructor(storage: DurableObjectStorage, use: DayUse, jobs: Jobs) {
    this.#storage = storage;
    this.#use = use;
    this.#jobs = jobs;
  }

  /** What the object had to do before it slept or died is not forgotten. */
  async wake(): Promise<void> {
    this.#set = await this.#storage.getAlarm();
    const now = Date.now();
    if (this.#wanted(now) !== undefined) this.arm(now);
  }

  /** Makes sure that the alarm rings when the earliest job wants to work. */
  arm(now: number): void {
    const wanted = Math.min(this.#wanted(now) ?? Number.POSITIVE_INFINITY, this.#jobs.purge.due(now));
    const at = Math.max(wanted, this.#lastRing + SPACING);
    if (this.#set !== null && this.#set <= at) return;
    void this.#setTo(at);
  }

  async ring(): Promise<void> {
    const now = Date.now();
    this.#lastRing = now;
    this.#use.count("requests");
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
    this.#use.count("rowsWritten");
    return this.#storage.setAlarm(at);
  }

  /** When a job with something to do wants to work; undefined: only the daily purge is ahead. */
  #wanted(now: number): number | undefined {
    const { queue, delivery, notice } = this.#jobs;
    const times = [queue.due(now), delivery.due(), notice.due()].filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
