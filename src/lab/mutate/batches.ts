import type { Mutant } from "./mutant.ts";
import { tests } from "./tests.ts";

/** A mutant, and the test files that are to catch it. */
export interface Trial {
  readonly mutant: Mutant;
  readonly tests: readonly string[];
}

interface Batch {
  readonly trials: Trial[];
  readonly planted: Set<string>;
  readonly reached: Set<string>;
}

/** Trials that are made together, as no test of one reaches the mutant of another: most signals have a table that reaches nothing else. */
export function batchesOf(trials: readonly Trial[]): Trial[][] {
  const batches: Batch[] = [];
  for (const trial of trials) {
    const files = new Set(trial.tests.flatMap((test) => [...(tests.get(test) ?? [])]));
    const fits = ({ planted, reached }: Batch) =>
      !reached.has(trial.mutant.file) && ![...planted].some((file) => files.has(file));
    const batch = batches.find(fits) ?? { trials: [], planted: new Set(), reached: new Set() };
    if (batch.trials.length === 0) batches.push(batch);
    batch.trials.push(trial);
    batch.planted.add(trial.mutant.file);
    for (const file of files) batch.reached.add(file);
  }
  return batches.map((batch) => batch.trials);
}
