import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe } from "vitest";

export const PLUGIN = join(import.meta.dirname, "../../src/wordpress/hamlet.php");

const version = spawnSync("php", ["-r", "echo PHP_VERSION;"], { encoding: "utf8" }).stdout;

/** Tests that need PHP: skipped, with the reason said, where it is not installed. */
export const withPhp = version ? describe : describe.skip;

if (!version)
  console.warn("SKIPPED: the WordPress plugin's own tests: no php here (Debian: apt-get install php-cli)");

/** The plugin's answers to calls of one of its pure functions, one for each list of arguments. */
export function answers(name: string, ...calls: readonly unknown[][]): unknown[] {
  const [type, method] = name.split("::");
  const input = calls.map((parameters) => JSON.stringify([type, method, parameters])).join("\n");
  const run = spawnSync("php", [join(import.meta.dirname, "rules.php"), PLUGIN], { input, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
