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

/** Which files a file imports, by a pattern whose first group is the path. */
const importsBy = (pattern: RegExp, file: string): string[] =>
  [...readFileSync(join(SRC, file), "utf8").matchAll(pattern)].map(([, path]) =>
    normalize(join(dirname(file), path as string)),
  );

const ANY = /(?:from|import)\s+"(\.[^"]+)"/g;
const CALLED = /^(?:import|export) (?!type )[^"]*"(\.[^"]+)"/gm;

/** Files of a room that these files of other rooms call. */
export function doors(room: string, files: readonly string[]): ReadonlySet<string> {
  const outside = files.filter((file) => !file.startsWith(room));
  return new Set(outside.flatMap((file) => importsBy(CALLED, file)).filter((file) => file.startsWith(room)));
}

/** Pairs of files that import each other, types included. */
export function twoWayImports(): string[] {
  const imports = new Map(sources().map((file) => [file, new Set(importsBy(ANY, file))]));
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
