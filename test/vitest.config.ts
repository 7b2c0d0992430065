import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

/** Secrets of the tests' own; the real ones stand in .dev.vars, which no test reads. */
const bindings = {
  ADMIN_TOKEN: "test-admin-token-of-forty-characters-000",
  HAMLET_SECRET: "test-secret-of-more-than-thirty-two-characters",
  DEMO_SITE_KEY: "demo12345678",
  METRICS_TOKEN: "test-metrics-token",
  ALLOW_LOCAL_TARGETS: "true",
};

const include = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

const node = (name: string, timeout: number, ...folders: string[]) => ({
  test: { name, include: include(...folders), testTimeout: timeout, hookTimeout: timeout },
});

/** Pure functions, tested by many small files: they are loaded once for all. */
const pure = (name: string, ...folders: string[]) => {
  const { test } = node(name, 10_000, ...folders);
  return { test: { ...test, isolate: false, pool: "threads" as const } };
};

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      pure("core", "core", "unit"),
      node("cli", 60_000, "cli", "wordpress"),
      node("browser", 120_000, "browser"),
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" }, miniflare: { bindings } })],
        test: { name: "worker", include: include("site", "http", "ui"), testTimeout: 30_000 },
      },
    ],
  },
});
