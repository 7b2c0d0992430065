import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchBundle, build } from "./bench/bundle.ts";
import { benchFilter } from "./bench/filter.ts";
import { benchHttp } from "./bench/http.ts";
import { benchPage } from "./bench/page.ts";

// Compare figures of one run with each other only: machines differ, and so does one machine from hour to hour.
const folder = mkdtempSync(join(tmpdir(), "hamlet-bench-"));
try {
  benchFilter();
  const script = build(join(folder, "dist"));
  benchBundle(script);
  await benchHttp(script, join(folder, "state"));
  await benchPage(script, join(folder, "page"));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);
