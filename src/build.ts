import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { pluginZip } from "./wordpress/zip.ts";

const ui = join(import.meta.dirname, "ui");
/** For what is built on the way. */
const CACHE = join(import.meta.dirname, "../node_modules/.cache/hamlet");

/** The parts of the one style sheet that every page loads. A later one wins. */
const STYLES = [
  "tokens",
  "base",
  "parts",
  "plain",
  "tables",
  "charts",
  "frame",
  "list",
  "rows",
  "reading",
  "reasons",
  "acts",
  "notes",
  "site-pages",
  "settings",
  "connection",
  "site-pages-sizes",
  "phone",
  "wide",
  "desk",
];

/** What pages load, each a file of its own whatever it is made of. */
const SCRIPTS = ["queue", "times", "site", "docs", "passkey", "account", "sw"];

/**
 * The script for blogs' own pages, by its version: pages name it with a hash of what is in it, so that whatever was released stays
 * among the assets as it is, and what changes is a version of its own.
 */
const EMBED = "embed/hamlet-3.js";

/**
 * wrangler's build step: puts the style sheet, the scripts, the plugin, the file for Akismet's plugin and the API's description among the
 * files that the Worker serves or reads as they are. Several may build at once, as the tests do: a file is put there whole.
 */
const styles = STYLES.map((part) => readFileSync(join(ui, "styles", `${part}.css`), "utf8")).join("");
place(
  "style.css",
  Buffer.from(transformSync(styles, { loader: "css", minify: true, target: "esnext" }).code),
);
const bundled = buildSync({
  entryPoints: SCRIPTS.map((name) => join(ui, "script", `${name}.js`)),
  outdir: join(ui, "assets"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2023",
  write: false,
});
for (const { path, contents } of bundled.outputFiles) place(basename(path), contents);
const [embedded] = buildSync({
  entryPoints: [join(ui, "embed", "hamlet.js")],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  write: false,
}).outputFiles;
if (!embedded) throw new Error("the script for blogs' pages was not built");
place(EMBED, embedded.contents);
const integrity = `sha384-${createHash("sha384").update(embedded.contents).digest("base64")}`;
const released = JSON.stringify({ path: `/${EMBED}`, integrity }, null, 2);
place("../embed/released.json", Buffer.from(`${released}\n`));
place("hamlet.zip", pluginZip());
for (const name of ["hamlet-akismet.php", "hamlet-akismet.txt"])
  place(name, readFileSync(join(import.meta.dirname, "wordpress", name)));
for (const [name, text] of Object.entries(await describe())) place(name, Buffer.from(text));

/** The API's description and its page, as the routes themselves give them: these are bundled and run, as the Worker's are. */
async function describe(): Promise<Readonly<Record<string, string>>> {
  const bundle = join(CACHE, `${process.pid}.mjs`);
  mkdirSync(CACHE, { recursive: true });
  buildSync({
    entryPoints: [join(import.meta.dirname, "described.ts")],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    external: ["cloudflare:*"],
  });
  try {
    const { described } = (await import(bundle)) as typeof import("./described.ts");
    return await described();
  } finally {
    rmSync(bundle, { force: true });
  }
}

function place(name: string, made: Uint8Array): void {
  const target = join(ui, "assets", name);
  if (existsSync(target) && readFileSync(target).equals(made)) return;
  const part = join(ui, `.${process.pid}-${basename(name)}`);
  writeFileSync(part, made);
  renameSync(part, target);
}
