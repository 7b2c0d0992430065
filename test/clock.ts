/**
 * The tests' own present, milliseconds since 1970: 10:00 UTC on a day far ahead, so that an alarm set by it never rings by
 * itself, whatever day the tests run on. Tests ring it.
 */
export const NOW = Date.UTC(2090, 5, 14, 10);

/** The beginning of that day, UTC. */
export const MIDNIGHT = Date.UTC(2090, 5, 14);
