import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pluginZip } from "./zip.ts";

const ui = join(import.meta.dirname, "../ui");

/**
 * wrangler's build step: puts the plugin, and the file for Akismet's plugin, among the files that the Worker serves or reads as
 * they are. Several may build at once, as the tests do: a file is put there whole.
 */
place("hamlet.zip", pluginZip());
place("hamlet-akismet.php", readFileSync(join(import.meta.dirname, "hamlet-akismet.php")));

function place(name: string, made: Uint8Array): void {
  const target = join(ui, "assets", name);
  if (existsSync(target) && readFileSync(target).equals(made)) return;
  const part = join(ui, `.${process.pid}-${name}`);
  writeFileSync(part, made);
  renameSync(part, target);
}
