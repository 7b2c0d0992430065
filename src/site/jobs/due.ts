import { DAY, HOUR, MINUTE } from "../../platform/clock.ts";
import type { Site } from "../site.ts";

/** What arrives, or is decided, together is brought into KV together, milliseconds: the page asks the site object anyway. */
const GATHER_KEYS = 1_000;
/** What comes together is told together. */
const GATHER_NEWS = 20_000;
/** Messages at once are at least so far apart. */
const NEWS_SPACING = 5 * MINUTE;

/** When a job with something to do wants to work; undefined: only the daily purge is ahead. */
export function workDue(site: Site, now: number): number | undefined {
  const times = [queueDue(site, now), deliveryDue(site), noticeDue(site)].filter(
    (time) => time !== undefined,
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Undefined: no key in KV is out of step. */
function queueDue({ outbox, meta }: Site, now: number): number | undefined {
  return outbox.isOutOfStep ? Math.max(now + GATHER_KEYS, meta.times.queuePausedUntil) : undefined;
}

/** Undefined: nothing waits to be sent. */
function deliveryDue({ outbox, circuits }: Site): number | undefined {
  const times = outbox.nextDue().map(({ endpoint, due }) => Math.max(due, circuits.of(endpoint)?.due ?? 0));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** When people are to be told next; undefined: nothing waits, or nobody wants to know. */
export function noticeDue({ meta, pending }: Site): number | undefined {
  const notify = meta.record?.settings.notify;
  if (!notify) return undefined;
  const { at, until, retry } = meta.notices;
  const first = pending.first(until);
  if (first === undefined && (notify.when !== "daily" || pending.newest() === undefined)) return undefined;
  if (retry > 0) return retry;
  const since = Math.max(at, first ?? 0);
  if (notify.when === "daily") return nextHour(since, notify.hour);
  return notify.when === "hourly" ? nextHour(since) : Math.max(since + GATHER_NEWS, at + NEWS_SPACING);
}

/** When the daily purge is due; before anything has come in, a day from now. */
export function purgeDue({ meta }: Site, now: number): number {
  return meta.times.purgeDue === 0 ? now + DAY : meta.times.purgeDue;
}

/** The next time after `time` that it is this hour, UTC, or any full hour. */
function nextHour(time: number, hour?: number): number {
  if (hour === undefined) return (Math.floor(time / HOUR) + 1) * HOUR;
  const today = new Date(time).setUTCHours(hour, 0, 0, 0);
  return today > time ? today : today + DAY;
}
