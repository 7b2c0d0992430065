import { reset } from "cloudflare:test";
import { waitForGlobalWaitUntil } from "cloudflare:test-internal";
import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import { forgetIsolate } from "../src/platform/isolate.ts";
import { stopClock } from "./clock.ts";
import "./flat-proxies.ts";
import "./imported-once.ts";
import { beMorePatient } from "./patience.ts";
import { wakeAll } from "./wake.ts";

/** A test may put the clock's timers out of action. */
const { setInterval, clearInterval } = globalThis;

/**
 * Waits for something that requests of the Worker do, and goes on as the tests' own. Whoever awaits it plainly goes on as
 * part of such a request, and when that ends, so do all timers and calls begun since: the next test would never end.
 */
function ended(work: Promise<unknown>): Promise<void> {
  let isEnded = false;
  const end = () => {
    isEnded = true;
  };
  work.then(end, end);
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (!isEnded) return;
      clearInterval(look);
      resolve();
    }, 1);
  });
}

// For every test in workerd, and for what a file prepares before them: time stands still unless a test moves it.
stopClock();
// What the file before left is gone before a file prepares anything.
beforeAll(async () => {
  await wakeAll();
  await reset();
});
// The storage that a test empties is another isolate's to this one: it begins anew with the test.
beforeEach(async () => {
  await wakeAll();
  stopClock();
  forgetIsolate();
  beMorePatient();
});
afterEach(async () => {
  // What goes on after an answer, failed or not, ends before the next test takes its storage away.
  await ended(waitForGlobalWaitUntil());
  vi.restoreAllMocks();
});
