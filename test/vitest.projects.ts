import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import type { TestProjectInlineConfiguration } from "vitest/config";

/** Secrets of the tests' own; the real ones stand in .dev.vars, which no test reads. */
const bindings = {
  ADMIN_TOKEN: "test-admin-token-of-forty-characters-000",
  HAMLET_SECRET: "test-secret-of-more-than-thirty-two-characters",
  DEMO_SITE_KEY: "demo12345678",
  METRICS_TOKEN: "test-metrics-token",
  ALLOW_LOCAL_TARGETS: "true",
};
/** All tests come from one address and with one key, and in no time: only one that says so is refused for it. */
const unlimited = { simple: { limit: 1_000_000, period: 60 } } as const;
const ratelimits = { KEY_RATE: unlimited, LOGIN_RATE: unlimited };

/** Where tests in Node put their files, a browser to be run among them: what lies in memory may not be run everywhere. */
const onDisk = tmpdir();
/** A folder that Linux keeps in memory. */
const MEMORY = "/dev/shm";
/** More than all tests that run at the same time put down, bytes. */
const ROOM = 2 ** 30;

function hasMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}

// The objects' databases: with each write they would wait for the disk, for most of a test's time.
if (hasMemory()) process.env.TMPDIR = MEMORY;

/** A project's folders below test/, and its limit for a test, seconds: generous, for a machine that has much else to do. */
interface Given {
  readonly name: string;
  readonly folders: readonly string[];
  readonly seconds: number;
}

const options = ({ name, folders, seconds }: Given) => ({
  name,
  include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
  testTimeout: seconds * 1000,
  hookTimeout: seconds * 1000,
  expect: { poll: { timeout: seconds * 500 } },
});

/**
 * In CI, on whatever machine, a test that waits for processes has a second try, which `.ci/tally.mjs` names; pure functions have none,
 * and neither has anybody who works on a test.
 */
const retry = process.env.CI === "true" ? 1 : 0;

/** Pure functions, tested by many small files: they are loaded once for all. */
export const pure = (given: Given): TestProjectInlineConfiguration => ({
  test: { ...options(given), isolate: false, pool: "threads" },
});

/** Tests that run in Node. Those in a browser share one and one service: see `theBrowser` and `theService`. */
export const inNode = (given: Given): TestProjectInlineConfiguration => ({
  test: { ...options(given), isolate: false, retry, env: { TMPDIR: onDisk } },
});

/**
 * Tests that run in workerd, beside the Worker, which is loaded once for many of them: each begins with `reset()` where it
 * stores something, and with an isolate that remembers nothing.
 */
export const inWorkerd = (given: Given): TestProjectInlineConfiguration => ({
  plugins: [
    cloudflareTest({ wrangler: { configPath: "./wrangler.toml" }, miniflare: { bindings, ratelimits } }),
  ],
  test: { ...options(given), isolate: false, retry, setupFiles: ["test/in-workerd.ts"] },
});
