import { ms, table, whole } from "../bench/table.ts";
import type { ReadGrowth } from "./growth.ts";

/** Prints what each reader takes for each hostile text. */
export function parserTable(grown: readonly ReadGrowth[]): void {
  table(
    "What reads bytes before a key is known, at its limit: milliseconds, and how many times those at a quarter of it (linear: 4)",
    ["", "of", "bytes", "ms", "ratio"],
    grown.map(({ parser, shape, size, ms: taken, ratio }) => [
      parser,
      shape,
      whole(size),
      ms(taken),
      ratio.toFixed(1),
    ]),
  );
}
