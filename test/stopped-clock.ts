import { afterEach, beforeEach, vi } from "vitest";
import { stopClock } from "./clock.ts";

// For every test in workerd, and for what a file prepares before them: time stands still unless a test moves it.
stopClock();
beforeEach(() => {
  stopClock();
});
afterEach(() => {
  vi.restoreAllMocks();
});
