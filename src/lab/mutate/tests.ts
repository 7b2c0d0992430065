import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

const FROM = "test/core";

/** The files that a file imports, itself among them, and what these import. */
function reached(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file) || !file.endsWith(".ts")) return known;
  known.add(file);
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g))
    reached(relative("", resolve(dirname(file), path)), known);
  return known;
}

/** How far a test file is from a source file: its own table first, then its room's, then what imports it. */
function distance(test: string, file: string): number {
  if (basename(test, ".test.ts") === basename(file, ".ts")) return 0;
  return basename(dirname(test)) === basename(dirname(file)) ? 1 : 2;
}

/** Each test file of the core, and what it reaches. */
export const tests: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readdirSync(FROM, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(FROM, name))
    .map((test) => [test, reached(test)]),
);

/** The test files that reach a source file, in groups, the nearest first. */
export function testsOf(file: string): string[][] {
  const reaching = [...tests.keys()].filter((test) => tests.get(test)?.has(file));
  return [0, 1, 2]
    .map((far) => reaching.filter((test) => distance(test, file) === far))
    .filter((group) => group.length > 0);
}
