import { vi } from "vitest";

/**
 * The tests' own present, milliseconds since 1970: 10:00 UTC on a day far ahead, so that an alarm set by it never rings by
 * itself, whatever day the tests run on. Tests ring it.
 */
export const NOW = Date.UTC(2090, 5, 14, 10);

/** The beginning of that day, UTC. */
export const MIDNIGHT = Date.UTC(2090, 5, 14);

export const SECOND = 1000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Stops the clock at the tests' present; other timers go on. */
export const stopClock = () => vi.useFakeTimers({ now: NOW, toFake: ["Date"] });

/** Moves the stopped clock on, or back. */
export const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
