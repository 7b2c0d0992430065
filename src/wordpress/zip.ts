import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

/** What is in the plugin's folder, besides what makes it. */
const FILES = ["hamlet.php", "readme.txt"];

/** A fixed time, by the parts that a zip holds: it knows no time zone. */
const MODIFIED = new Date(2026, 0, 1);

/** The plugin as WordPress takes it: the same bytes from the same files, wherever and whenever it is made. */
export function pluginZip(): Uint8Array {
  const files = FILES.map((name) => [name, readFileSync(join(import.meta.dirname, name))] as const);
  return zipSync({ hamlet: Object.fromEntries(files) }, { level: 9, mtime: MODIFIED });
}
