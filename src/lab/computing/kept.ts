import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { ROOT } from "../../cli/service.ts";

const FOLDER = join(tmpdir(), "hamlet-lab");
/** What nobody asked for so long is thrown away, milliseconds. */
const OLD = 7 * 86_400_000;

/**
 * What `make` answers, kept under the system's temporary folder: what was made of the same inputs before is not made again.
 * The code it is made by is one of the inputs, see `codeOf`.
 */
export function kept<T>(name: string, inputs: readonly string[], make: () => T): T {
  const path = join(FOLDER, `${name}-${digest(inputs)}`);
  try {
    return deserialize(readFileSync(path)) as T;
  } catch {
    const made = make();
    mkdirSync(FOLDER, { recursive: true });
    // Whole or not at all, whoever else computes the same.
    writeFileSync(`${path}.${process.pid}`, serialize(made));
    renameSync(`${path}.${process.pid}`, path);
    forget();
    return made;
  }
}

function forget(): void {
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name);
    const { atimeMs, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {
      atimeMs: Infinity,
      mtimeMs: 0,
    };
    if (Math.max(atimeMs, mtimeMs) < Date.now() - OLD) rmSync(path, { force: true });
  }
}

/** A name for the code of these files, and of the TypeScript in these folders, with the packages and the engine that run it. */
export function codeOf(...paths: readonly string[]): string {
  const files = paths.flatMap((path) => {
    if (path.endsWith(".ts")) return [path];
    const inside = readdirSync(join(ROOT, path), { recursive: true, encoding: "utf8" });
    return inside.filter((file) => file.endsWith(".ts")).map((file) => join(path, file));
  });
  const texts = files.sort().map((file) => `${file}\n${readFileSync(join(ROOT, file), "utf8")}`);
  return digest([process.version, readFileSync(join(ROOT, "package-lock.json"), "utf8"), ...texts]);
}

function digest(inputs: readonly string[]): string {
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(`${input.length}\n`).update(input);
  return hash.digest("hex").slice(0, 32);
}
