import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ROOT } from "../../cli/service.ts";

const SRC = join(ROOT, "src");
const MOST_LINES = 250;

const sources = (): string[] =>
  readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:tsx?|js|css)$/.test(name));

/** Pairs of files that import each other, types included. */
export function twoWayImports(): string[] {
  const imports = new Map(
    sources().map((file) => {
      const found = readFileSync(join(SRC, file), "utf8").matchAll(/(?:from|import)\s+"(\.[^"]+)"/g);
      return [file, new Set([...found].map(([, path]) => normalize(join(dirname(file), path as string))))];
    }),
  );
  return [...imports].flatMap(([file, others]) =>
    [...others]
      .filter((other) => file < other && imports.get(other)?.has(file))
      .map((other) => `${file} ⇄ ${other}`),
  );
}

/** Files of more lines than one purpose needs. */
export function longFiles(): string[] {
  return sources().flatMap((file) => {
    const lines = readFileSync(join(SRC, file), "utf8").split("\n").length - 1;
    return lines > MOST_LINES ? [`${file} (${lines} lines)`] : [];
  });
}
