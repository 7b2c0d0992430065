import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pluginZip } from "./wordpress/zip.ts";

const ui = join(import.meta.dirname, "ui");

/** The parts of the one style sheet that every page loads. A later one wins. */
const STYLES = [
  "base",
  "frame",
  "comment",
  "actions",
  "over-the-page",
  "details",
  "forms",
  "narrow",
  "figures",
  "site-pages",
];

/**
 * wrangler's build step: puts the style sheet, the plugin and the file for Akismet's plugin among the files that the Worker
 * serves or reads as they are. Several may build at once, as the tests do: a file is put there whole.
 */
place("style.css", Buffer.concat(STYLES.map((part) => readFileSync(join(ui, "styles", `${part}.css`)))));
place("hamlet.zip", pluginZip());
for (const name of ["hamlet-akismet.php", "hamlet-akismet.txt"])
  place(name, readFileSync(join(import.meta.dirname, "wordpress", name)));

function place(name: string, made: Uint8Array): void {
  const target = join(ui, "assets", name);
  if (existsSync(target) && readFileSync(target).equals(made)) return;
  const part = join(ui, `.${process.pid}-${name}`);
  writeFileSync(part, made);
  renameSync(part, target);
}
