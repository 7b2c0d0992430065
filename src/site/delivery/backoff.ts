import { DAY, HOUR } from "../../platform/clock.ts";

/** The first pause after a failure, milliseconds; each later one is twice as long. */
const FIRST = 10_000;
/** No pause is longer. */
export const LONGEST = 6 * HOUR;

/** After so long without success an event is given up, milliseconds. */
export const GIVE_UP_AFTER = 3 * DAY;

/**
 * How long to wait after the n-th failure (from 1), milliseconds, with a quarter more or less. `seed` differs from event to
 * event, so that retries do not come all at once; no randomness needed.
 */
export function backoff(failures: number, seed: number, longest = LONGEST): number {
  const jitter = ((seed * 31 + failures * 17) % 101) / 101;
  return Math.round(Math.min(longest, FIRST * 2 ** (failures - 1)) * (0.75 + jitter / 2));
}
