import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../cli/command.ts";
import { benchBundle, build } from "./bench/bundle.ts";
import { benchFilter } from "./bench/filter.ts";
import { benchHttp } from "./bench/http.ts";
import { benchLearning } from "./bench/learning.ts";
import { benchPage } from "./bench/page.ts";
import { benchPreview } from "./bench/preview.ts";
import { readGrowths } from "./parsers/growth.ts";
import { parserTable } from "./parsers/table.ts";

command({
  call: "npm run bench",
  about: `Prints times, sizes and requests a second, each beside a peer. Compare figures of one run with each other only:
machines differ, and so does one machine from hour to hour.`,
  examples: ["npm run bench"],
  exits: { 0: "all was measured", 1: "it could not be built or started" },
});

const folder = mkdtempSync(join(tmpdir(), "hamlet-bench-"));
try {
  benchFilter();
  parserTable(await readGrowths());
  const script = build(join(folder, "dist"));
  benchBundle(script);
  await benchHttp(script, join(folder, "state"));
  await benchLearning(script, join(folder, "learning"));
  await benchPreview(script, join(folder, "preview"));
  await benchPage(script, join(folder, "page"));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);
