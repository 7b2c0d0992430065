import type { ToldRecipient } from "../../contract/mail.ts";
import { DAY, MINUTE, within } from "../../platform/clock.ts";
import { log } from "../../platform/log.ts";
import { scheduleOf, settled } from "../notices/recipients.ts";
import { dueOf, siteSchedule } from "../notices/schedule.ts";
import type { Site } from "../site.ts";

/** Alarms of one site are at least this far apart; on a busy day farther, as each that is set is a row. */
const SPACING = 5_000;
const BUSY_SPACING = 10_000;
/** After one that left something undone that was due as it rang: a full load is well worth a row. */
const BACKLOG_SPACING = 1_000;

/** Keys go first, as what becomes of an event is then written with them; a slow KV keeps no event. */
const HEAD_START = 500;

interface Job {
  readonly work: (now: number) => Promise<void>;
}

/** A job that looks at the clock while it works, as it waits for others. */
interface LongJob {
  readonly work: (now: () => number) => Promise<void>;
}

interface DailyJob {
  readonly work: (now: number) => void;
}

interface Jobs {
  readonly queue: Job & { readonly sweep: (now: number) => Promise<void> };
  readonly delivery: LongJob;
  readonly notice: LongJob;
  readonly feeds: (now: number) => Promise<void>;
  readonly deploy: (now: () => number) => Promise<void>;
  readonly mentions: (now: () => number) => Promise<void>;
  readonly readers: (now: () => number) => Promise<void>;
  /** It is told whether the day's work is to be done. */
  readonly tell: { readonly work: (now: () => number, isDaily: boolean) => Promise<void> };
  /** Once a day. */
  readonly purge: DailyJob;
  readonly weak: DailyJob;
}

/** The one alarm of a site object, shared by its jobs. */
export class Alarm {
  readonly #storage: DurableObjectStorage;
  readonly #site: Site;
  readonly #jobs: Jobs;
  /** When the alarm is set to ring; null: it is not. */
  #set: number | null = null;
  #lastRing = 0;
  /** Whether the last ring left deliveries that were due before it. */
  #isBehind = false;

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
    const wanted = Math.min(
      workDue(this.#site, now) ?? nextKeysDue(this.#site, now),
      purgeDue(this.#site, now),
    );
    const at = Math.max(wanted, this.#lastRing + this.#spacing(now));
    if (this.#set !== null && this.#set <= at) return;
    void this.#setTo(at);
  }

  #spacing(now: number): number {
    if (this.#isBehind) return BACKLOG_SPACING;
    return isBusy(this.#site, now) ? BUSY_SPACING : SPACING;
  }

  async ring(): Promise<void> {
    const now = Date.now();
    this.#lastRing = now;
    this.#site.use.count("requests");
    // Should the object die meanwhile, the platform rings again: an alarm is gone once its work has ended.
    this.#set = null;
    const { queue, delivery, notice, feeds, deploy, mentions, readers, tell, purge, weak } = this.#jobs;
    const daily = this.#isDaily(now);
    const keys = queue.work(now);
    const work = [
      keys.then(() => (daily ? queue.sweep(now) : undefined)),
      within(HEAD_START, keys)
        .catch(() => undefined)
        .then(() => delivery.work(Date.now)),
      notice.work(Date.now),
      feedsDue(this.#site, now) === undefined ? undefined : feeds(now),
      this.#site.meta.deploy.changed > 0 ? deploy(Date.now) : undefined,
      mentionsDue(this.#site) === undefined ? undefined : mentions(Date.now),
      readersDue(this.#site) === undefined ? undefined : readers(Date.now),
      tell.work(Date.now, daily),
      daily ? Promise.resolve(now).then((time) => purge.work(time)) : undefined,
      daily ? Promise.resolve(now).then((time) => weak.work(time)) : undefined,
    ];
    for (const result of await Promise.allSettled(work)) {
      if (result.status === "rejected") log("error", "job failed", { failure: result.reason });
    }
    this.#isBehind = (deliveryDue(this.#site) ?? Number.POSITIVE_INFINITY) <= now;
    this.arm(Date.now());
  }

  /** Whether the day's work is to be done now; the first time a day from the first alarm. */
  #isDaily(now: number): boolean {
    const { meta } = this.#site;
    const due = purgeDue(this.#site, now);
    if (meta.times.purgeDue === 0) meta.times = { ...meta.times, purgeDue: due };
    return due <= now;
  }

  /** A set alarm is a row written. */
  #setTo(at: number): Promise<void> {
    this.#set = at;
    this.#site.use.count("rowsWritten");
    return this.#storage.setAlarm(at);
  }
}

/** What arrives, or is decided, together is brought into KV together, milliseconds: the page asks the site object anyway. */
const GATHER_KEYS = 1_000;
/** From so many keys a day on what comes one by one is brought there together, too: each time costs alarms, which are rows. */
const PROMPT_KEYS = 20;
const KEYS_SPACING = 5 * MINUTE;

/** Whether it is a day of many held comments. */
const isBusy = ({ use }: Site, now: number): boolean => use.today(now).kvWrites >= PROMPT_KEYS;

/**
 * When keys may next be brought, on a busy day: more is on its way then, and an alarm that is set already need not be set to an
 * earlier time when it comes. Infinity: nothing is expected soon.
 */
function nextKeysDue(site: Site, now: number): number {
  const due = site.outbox.broughtAt + KEYS_SPACING;
  return isBusy(site, now) && due > now ? due : Number.POSITIVE_INFINITY;
}

/** When a job with something to do wants to work; undefined: only the daily purge is ahead. */
export function workDue(site: Site, now: number): number | undefined {
  const people = site.meta.recipients.map((one) => tellDue(site, one));
  const times = [
    queueDue(site, now),
    deliveryDue(site),
    noticeDue(site),
    feedsDue(site, now),
    deployDue(site),
    mentionsDue(site),
    readersDue(site),
    ...people,
  ].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Undefined: no key in KV is out of step. */
function queueDue(site: Site, now: number): number | undefined {
  const { outbox, meta } = site;
  if (!outbox.isOutOfStep) return undefined;
  const spacing = isBusy(site, now) ? KEYS_SPACING : 0;
  return Math.max(now + GATHER_KEYS, outbox.broughtAt + spacing, meta.times.queuePausedUntil);
}

/** Undefined: nothing waits to be sent. */
function deliveryDue({ outbox, meta }: Site): number | undefined {
  const times = outbox.nextDue().map(({ endpoint, due }) => Math.max(due, meta.circuits[endpoint]?.due ?? 0));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Undefined: readers' copies in KV are as they should be, or the form is off and nobody reads them. */
const feedsDue = ({ feeds, meta }: Site, now: number): number | undefined =>
  meta.record?.settings.form && feeds.isDirty
    ? Math.max(now + GATHER_KEYS, meta.times.feedsPausedUntil)
    : undefined;

/** Undefined: no page elsewhere waits to be read, or the site receives no webmentions. */
const mentionsDue = ({ mentions, meta }: Site): number | undefined =>
  meta.record?.settings.webmentions ? mentions.nextDue : undefined;

/** Undefined: no reader waits for a mail, or the site's pages ask for none. */
const readersDue = ({ readers, meta }: Site): number | undefined =>
  meta.record?.settings.form ? readers.nextDue : undefined;

/** Changes of half a minute are told together. */
const GATHER_CHANGES = MINUTE / 2;

/** When the blog's pages are to be built again; undefined: readers see nothing new, or nobody is to be called. */
export function deployDue({ meta }: Site): number | undefined {
  const minutes = meta.record?.settings.deploy?.minutes;
  const { changed, at } = meta.deploy;
  if (minutes === undefined || changed === 0) return undefined;
  return Math.max(changed + GATHER_CHANGES, at + minutes * MINUTE);
}

/** When people are to be told next; undefined: nothing waits, or nobody wants to know. */
export function noticeDue({ meta, pending }: Site): number | undefined {
  const notify = meta.record?.settings.notify;
  if (!notify) return undefined;
  return dueOf(siteSchedule(notify.when, notify.hour), meta.notices, waitingIn(pending));
}

/** When somebody is to be told next; undefined: there is nothing to tell her. */
export const tellDue = ({ pending }: Site, one: ToldRecipient): number | undefined =>
  dueOf(scheduleOf(one), settled(one.state), waitingIn(pending));

const waitingIn = (pending: Site["pending"]) => ({
  first: (after: number) => pending.first(after),
  newest: () => pending.newest(),
});

/** When the daily purge is due; before anything has come in, a day from now. */
export function purgeDue({ meta }: Site, now: number): number {
  return meta.times.purgeDue === 0 ? now + DAY : meta.times.purgeDue;
}
