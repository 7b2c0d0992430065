/** Milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The day of a time in milliseconds since 1970: days since 1970, UTC. */
export const dayOf = (time: number): number => Math.floor(time / DAY);

/** No job waits longer than this for one operation, milliseconds. */
export const TIME_LIMIT = 10_000;

/** What a promise gives, or a failure after `ms`. What was started is not stopped: it may still take effect. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
