import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { createVitest } from "vitest/node";
import { type Mutant, planted } from "./mutant.ts";

/** What a runner is asked: the mutants to plant, and the test files to run. */
export interface Task {
  readonly mutants: readonly Mutant[];
  readonly tests: readonly string[];
}

/** The test files that failed. The first answer only says that it is ready. */
export interface Answer {
  readonly failed: readonly string[];
}

/** A long-lived process that runs tests against mutants. It gives Vite the changed texts; no file is touched. */
const present = new Map<string, Mutant>();

const vitest = await createVitest(
  "test",
  {
    config: false,
    watch: false,
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
    include: ["test/core/**/*.test.ts"],
    reporters: [{}],
    testTimeout: 20_000,
    // What measures time would catch by chance.
    testNamePattern: /^(?!.* 64 k)/i,
  },
  {
    plugins: [
      {
        name: "mutants",
        enforce: "pre",
        load: (id) => {
          const mutant = present.get(id);
          return mutant && planted(readFileSync(id, "utf8"), mutant);
        },
      },
    ],
  },
);
await vitest.standalone();
const known = await vitest.globTestSpecifications();

async function run({ mutants, tests }: Task): Promise<Answer> {
  const before = [...present.keys()];
  present.clear();
  for (const mutant of mutants) present.set(resolve(mutant.file), mutant);
  for (const file of [...before, ...present.keys()]) vitest.invalidateFile(file);
  // One mutant is caught by the first test that fails.
  vitest.config.bail = mutants.length === 1 ? 1 : 0;
  const files = new Set(tests.map((file) => resolve(file)));
  const chosen = known.filter(({ moduleId }) => files.has(moduleId));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen);
  if (unhandledErrors.length > 0) return { failed: tests };
  return {
    failed: testModules.filter((module) => !module.ok()).map(({ moduleId }) => relative("", moduleId)),
  };
}

process.on("message", async (task: Task) => process.send?.(await run(task)));
process.send?.({ failed: [] });
