import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../../cli/service.ts";
import { table, whole } from "./table.ts";

/** Packages that must not be in the bundle. */
const UNWANTED = /mongoose|wordnet|memjs|node-redis|pg-pool/i;

/** Builds what a deployment would send, or another entry with the same settings; answers the folder's script. */
export function build(folder: string, entry?: string, { minify = true } = {}): string {
  const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const options = [
    "deploy",
    ...(entry ? [entry] : []),
    "--dry-run",
    ...(minify ? ["--minify"] : []),
    "--outdir",
    folder,
  ];
  execFileSync(process.execPath, [wrangler, ...options], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const script = readdirSync(folder).find((name) => name.endsWith(".js"));
  if (!script) throw new Error(`wrangler left no script in ${folder}`);
  return join(folder, script);
}

export function benchBundle(script: string): void {
  const text = readFileSync(script);
  const model = readFileSync(join(ROOT, "src/core/classifier/starter-model.json"));
  const assets = join(ROOT, "src/ui/assets");
  const page = readdirSync(assets, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))] as const);
  const row = (name: string, bytes: Uint8Array) => [name, whole(bytes.length), whole(gzipSync(bytes).length)];
  table(
    "Sizes, bytes",
    ["", "raw", "gzip"],
    [
      row("bundle", text),
      row("of it the shipped model", model),
      ...page.map(([name, bytes]) => row(name, bytes)),
    ],
  );
  const unwanted = UNWANTED.exec(text.toString("utf8"));
  console.log(
    unwanted
      ? `In the bundle, and should not be: ${unwanted[0]}`
      : "No mongoose, pg, redis, memjs or WordNet in the bundle.",
  );
}
