import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ROOT } from "../../cli/service.ts";

const SRC = join(ROOT, "src");
const MOST_LINES = 250;

/** Joined by the build out of the parts that stand in ui/styles. */
const JOINED = "ui/assets/style.css";

const sources = (): string[] =>
  readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(?:tsx?|js|css)$/.test(name) && name !== JOINED,
  );

/** Which files a file imports, types included. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), "utf8").matchAll(/(?:from|import)\s+"(\.[^"]+)"/g)].map(([, path]) =>
    normalize(join(dirname(file), path as string)),
  );

/** Pairs of files that import each other, types included. */
export function twoWayImports(): string[] {
  const imports = new Map(sources().map((file) => [file, new Set(importsOf(file))]));
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
