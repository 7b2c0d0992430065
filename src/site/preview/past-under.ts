import { thresholdsOf } from "../../contract/policy.ts";
import type { Settings } from "../../contract/site.ts";
import type { Site } from "../site.ts";
import { judgedPastUnder } from "../tables/judged-past.ts";
import type { Moved } from "./moved.ts";

/** Comments of the blog's past, the last that were brought in: of them nothing is kept but how they were judged. */
export function pastUnder(site: Site, now: Settings, then: Settings, limit: number): Moved[] {
  if (limit <= 0) return [];
  const judged = site.imports.sources.flatMap((source) => site.imports.judged(source));
  const [before, later] = [thresholdsOf(now), thresholdsOf(then)];
  return judged
    .filter(({ sway }) => sway !== undefined)
    .slice(-limit)
    .map((one) => ({
      row: undefined,
      label: one.label,
      now: judgedPastUnder(one, before),
      after: judgedPastUnder(one, later),
      score: one.score,
    }));
}
