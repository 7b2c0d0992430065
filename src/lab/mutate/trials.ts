import { batchesOf, type Trial } from "./batches.ts";
import type { Mutant } from "./mutant.ts";
import type { Runner } from "./runners.ts";
import { testsOf } from "./tests.ts";

type Result = "caught" | "caught by time" | "survived";

/** Tries every mutant by its nearest tests, those that survive by the next ones, and so on. */
export async function tryAll(
  mutants: readonly Mutant[],
  runners: readonly Runner[],
  tell: (results: ReadonlyMap<Mutant, Result>) => void,
): Promise<ReadonlyMap<Mutant, Result>> {
  const results = new Map<Mutant, Result>();
  const groups = new Map([...new Set(mutants.map(({ file }) => file))].map((file) => [file, testsOf(file)]));
  const rounds = Math.max(...[...groups.values()].map((group) => group.length));
  for (let round = 0; round < rounds; round++) {
    const trials = mutants
      .filter((mutant) => !results.has(mutant))
      .flatMap((mutant) => {
        const tests = groups.get(mutant.file)?.[round];
        return tests ? [{ mutant, tests }] : [];
      });
    const waiting = batchesOf(trials);
    const work = async (runner: Runner) => {
      for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
        await tryBatch(batch, runner, results);
        tell(results);
      }
    };
    await Promise.all(runners.map(work));
  }
  for (const mutant of mutants) if (!results.has(mutant)) results.set(mutant, "survived");
  return results;
}

async function tryBatch(
  batch: readonly Trial[],
  runner: Runner,
  results: Map<Mutant, Result>,
): Promise<void> {
  const tests = [...new Set(batch.flatMap((trial) => trial.tests))];
  const failed = await runner.ask({ mutants: batch.map(({ mutant }) => mutant), tests });
  const [only] = batch;
  if (failed) {
    for (const trial of batch)
      if (trial.tests.some((test) => failed.has(test))) results.set(trial.mutant, "caught");
  } else if (only && batch.length === 1) results.set(only.mutant, "caught by time");
  else for (const trial of batch) await tryBatch([trial], runner, results);
}
