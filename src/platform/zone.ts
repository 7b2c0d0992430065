import { DAY, HOUR } from "./clock.ts";

/** Formats are dear to make. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at a time, as if it were UTC, milliseconds; to the minute. */
function wall(time: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(
    format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute);
}

const MINUTE = HOUR / 60;
const toMinute = (time: number) => Math.floor(time / MINUTE) * MINUTE;
const offset = (time: number, zone: string) => wall(time, zone) - toMinute(time);

/** When it is that time on a zone's wall clock. What a change of the clock skips comes that much later. */
function instant(local: number, zone: string): number {
  const guess = local - offset(local, zone);
  return local - offset(guess, zone);
}

/** The hour on a zone's wall clock. */
export const localHour = (time: number, zone: string): number => Math.floor((wall(time, zone) % DAY) / HOUR);

/** The day there: days since 1970. */
export const localDay = (time: number, zone: string): number => Math.floor(wall(time, zone) / DAY);

/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** The next time after `time` at which it is this hour there, of this weekday (0: Sunday) where one is named. */
export function nextLocal(time: number, zone: string, hour: number, weekday?: number): number {
  for (let day = localDay(time, zone); ; day++) {
    if (weekday !== undefined && (day + FIRST_WEEKDAY) % 7 !== weekday) continue;
    const at = instant(day * DAY + hour * HOUR, zone);
    if (at > time) return at;
  }
}
