import { waitForGlobalWaitUntil } from "cloudflare:test-internal";
import { afterEach, beforeEach, vi } from "vitest";
import { forgetIsolate } from "../src/platform/isolate.ts";
import { stopClock } from "./clock.ts";
import "./flat-proxies.ts";
import "./patience.ts";

// For every test in workerd, and for what a file prepares before them: time stands still unless a test moves it.
stopClock();
// The storage that a test empties is another isolate's to this one: it begins anew with the test.
beforeEach(() => {
  stopClock();
  forgetIsolate();
});
afterEach(async () => {
  // What goes on after an answer, failed or not, ends before the next test takes its storage away.
  await waitForGlobalWaitUntil().catch(() => undefined);
  vi.restoreAllMocks();
});
