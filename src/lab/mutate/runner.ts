import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createVitest, type Vitest } from "vitest/node";
import { type Mutant, planted } from "./mutant.ts";

/** What a runner is asked: the mutant to plant, and the test files to run, group by group, until one fails. */
export interface Task {
  readonly mutant: Mutant | undefined;
  readonly tests: readonly (readonly string[])[];
}

/** What it found. The first answer only says that it is ready. */
export interface Answer {
  readonly caught: boolean;
}

/** A long-lived process that runs tests against mutants. It gives Vite the changed text; no file is touched. */
let present: Mutant | undefined;

async function start(): Promise<Vitest> {
  return createVitest(
    "test",
    {
      config: false,
      watch: false,
      pool: "threads",
      isolate: false,
      maxWorkers: 1,
      bail: 1,
      include: ["test/core/**/*.test.ts"],
      reporters: [{}],
      testTimeout: 20_000,
      // What measures time would catch by chance.
      testNamePattern: /^(?!.* 64 k)/i,
    },
    {
      plugins: [
        {
          name: "mutant",
          enforce: "pre",
          load: (id) =>
            present && id === resolve(present.file)
              ? planted(readFileSync(present.file, "utf8"), present)
              : undefined,
        },
      ],
    },
  );
}

const vitest = await start();
await vitest.standalone();
const known = await vitest.globTestSpecifications();

async function run({ mutant, tests }: Task): Promise<Answer> {
  const changed = [present?.file, mutant?.file].filter((file) => file !== undefined);
  present = mutant;
  for (const file of changed) vitest.invalidateFile(resolve(file));
  for (const group of tests) {
    const files = new Set(group.map((file) => resolve(file)));
    const chosen = known.filter(({ moduleId }) => files.has(moduleId));
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen);
    if (unhandledErrors.length > 0 || testModules.some((module) => !module.ok())) return { caught: true };
  }
  return { caught: false };
}

process.on("message", (task: Task) => {
  run(task).then(
    (answer) => process.send?.(answer),
    () => process.send?.({ caught: true }),
  );
});
process.send?.({ caught: false });
