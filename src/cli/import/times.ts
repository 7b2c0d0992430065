/** `2026-04-21 09:30:00`, `2026/04/21 09:30`, with T or a space, with or without a zone. */
const ISO_LIKE =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** `04/21/2026 09:30:00 PM`, as Movable Type writes it. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$/i;

/** `21.04.2026 09:30`. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * A time of a history as RFC 3339 in UTC; undefined where there is none, such as `0000-00-00 00:00:00`. Numbers are
 * milliseconds, or seconds when they are too small for that. `zone` is the minutes east of UTC of a time without a zone.
 */
export function timeOf(value: unknown, zone = 0): string | undefined {
  if (typeof value === "number") return ofNumber(value);
  if (typeof value === "object" && value !== null) {
    // MongoDB and LeanCloud write a time as an object.
    const { $date, iso } = value as { $date?: unknown; iso?: unknown };
    return timeOf($date ?? iso, zone);
  }
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (/^\d{9,14}(\.\d+)?$/.test(text)) return ofNumber(Number(text));
  return ofParts(text, zone) ?? ofDate(text);
}

/** Year 2286 in seconds, April 1970 in milliseconds. */
const SECONDS_END = 1e10;

function ofNumber(value: number): string | undefined {
  const ms = Math.abs(value) < SECONDS_END ? value * 1000 : value;
  return ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : undefined;
}

function ofParts(text: string, zone: number): string | undefined {
  const iso = ISO_LIKE.exec(text);
  if (iso) return utc(iso.slice(1, 7), 0, iso[7] === undefined ? zone : minutesOf(iso[7]));
  const american = AMERICAN.exec(text);
  if (american) {
    const [, month, day, year, ...clock] = american;
    return utc([year, month, day, ...clock.slice(0, 3)], halfDay(clock[0], clock[3]), zone);
  }
  const dotted = DOTTED.exec(text);
  if (!dotted) return undefined;
  const [, day, month, year, ...clock] = dotted;
  return utc([year, month, day, ...clock], 0, zone);
}

/** Hours to add to a clock of twelve. */
function halfDay(hour: string | undefined, half: string | undefined): number {
  if (half === undefined) return 0;
  return half.toUpperCase() === "PM" ? (hour === "12" ? 0 : 12) : hour === "12" ? -12 : 0;
}

function utc(parts: readonly (string | undefined)[], hours: number, zone: number): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return new Date(Date.UTC(year, month - 1, day, hour + hours, minute - zone, second)).toISOString();
}

function minutesOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function ofDate(text: string): string | undefined {
  const ms = Date.parse(text);
  return ms > 0 ? new Date(ms).toISOString() : undefined;
}
