import type { NoticeState } from "../../contract/notify.ts";
import { HOUR, MINUTE } from "../../platform/clock.ts";
import { localHour, nextLocal } from "../../platform/zone.ts";

/** What comes together is told together. */
const GATHER_NEWS = 20_000;

/** When somebody is to be told that comments wait. */
export interface Schedule {
  readonly when: "at-once" | "hourly" | "daily" | "weekly" | "older";
  readonly zone: string;
  readonly hour: number;
  readonly weekday?: number;
  readonly hours?: number;
  readonly quiet: { readonly from: number; readonly to: number } | null;
  /** Messages that keep no hour are so far apart at least, milliseconds. */
  readonly spacing: number;
}

/** What waits for a person, by its arrival in milliseconds since 1970. */
interface Waiting {
  readonly first: (after: number) => number | undefined;
  readonly newest: () => number | undefined;
}

type Told = Pick<NoticeState, "at" | "until" | "retry">;

/** When somebody is to be told next; undefined: there is nothing to tell. */
export function dueOf(schedule: Schedule, told: Told, waiting: Waiting): number | undefined {
  const first = waiting.first(told.until);
  const isDigest = schedule.when === "daily" || schedule.when === "weekly";
  // A digest says again what still waits.
  if (first === undefined && !(isDigest && waiting.newest() !== undefined)) return undefined;
  // What was to be tried again has been decided meanwhile: what came later is told at its own time.
  const isRetried = told.retry > 0 && (first === undefined || first <= told.retry);
  return afterQuiet(isRetried ? told.retry : usual(schedule, told.at, first ?? 0), schedule);
}

function usual(schedule: Schedule, at: number, first: number): number {
  const { when, zone, hour, weekday, hours = 0, spacing } = schedule;
  const since = Math.max(at, first);
  if (when === "daily") return nextLocal(since, zone, hour);
  if (when === "weekly") return nextLocal(since, zone, hour, weekday);
  if (when === "hourly") return (Math.floor(since / HOUR) + 1) * HOUR;
  if (when === "older") return Math.max(first + hours * HOUR, at + spacing);
  return Math.max(since + GATHER_NEWS, at + spacing);
}

function afterQuiet(time: number, { zone, quiet }: Schedule): number {
  if (quiet === null || quiet.from === quiet.to) return time;
  const hour = localHour(time, zone);
  const { from, to } = quiet;
  const isQuiet = from < to ? from <= hour && hour < to : hour >= from || hour < to;
  return isQuiet ? nextLocal(time, zone, to) : time;
}

/** The schedule of the site's own messages, which go by UTC. */
export const siteSchedule = (when: "daily" | "hourly" | "at-once", hour: number): Schedule => ({
  when,
  hour,
  zone: "UTC",
  quiet: null,
  spacing: 5 * MINUTE,
});

/** Mails that keep no hour are further apart: each is a letter. */
export const MAIL_SPACING = 15 * MINUTE;
