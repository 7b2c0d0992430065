/** Milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The day of a time in milliseconds since 1970: days since 1970, UTC. */
export const dayOf = (time: number): number => Math.floor(time / DAY);
