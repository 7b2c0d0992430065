import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pluginZip } from "./zip.ts";

/**
 * wrangler's build step: puts the plugin among the files that the Worker serves as they are. Several may build at once,
 * as the tests do: the file is put there whole.
 */
const ui = join(import.meta.dirname, "../ui");
const target = join(ui, "assets/hamlet.zip");
const made = pluginZip();
if (!existsSync(target) || !readFileSync(target).equals(made)) {
  const part = join(ui, `.hamlet-${process.pid}.zip`);
  writeFileSync(part, made);
  renameSync(part, target);
}
