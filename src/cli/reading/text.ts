import { readFileSync } from "node:fs";

/** A file's text. A failure names the file: of a folder the system does not say which. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (failure) {
    throw Object.assign(failure as Error, { path: file });
  }
}
