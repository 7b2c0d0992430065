import { readFileSync } from "node:fs";
import { parseAst } from "vitest/node";
import type { Mutant } from "./mutant.ts";
import { type Node, running } from "./node.ts";
import { operators } from "./operators.ts";

/** Every mistake that can be planted in a file, in the order of its text. */
export const mutantsOf = (file: string): Mutant[] => mutantsIn(readFileSync(file, "utf8"), file);

/** The same of a text that is a file's. */
export function mutantsIn(source: string, file: string): Mutant[] {
  const tree = parseAst(source, { lang: "ts" }, file) as unknown as Node;
  const mutants: Mutant[] = [];
  for (const [node, around] of running(tree)) {
    for (const operator of operators) {
      for (const mistake of operator(node, around, source)) {
        const before = source.slice(mistake.start, mistake.end);
        const line = source.slice(0, mistake.start).split("\n").length;
        mutants.push({ file, line, before, ...mistake });
      }
    }
  }
  return mutants.filter(({ before, after }) => before !== after).sort((a, b) => a.start - b.start);
}
