import { join } from "node:path";
import { command, oneOf } from "../cli/command.ts";
import { exitOnSignals } from "../cli/service.ts";
import { benchBundle, build } from "./bench/bundle.ts";
import { benchFilter } from "./bench/filter.ts";
import { benchHttp } from "./bench/http.ts";
import { benchLearning } from "./bench/learning.ts";
import { benchPage } from "./bench/page.ts";
import { benchPreview } from "./bench/preview.ts";
import { benchRoutes } from "./bench/routes.ts";
import { readGrowths } from "./parsers/growth.ts";
import { parserTable } from "./parsers/table.ts";
import { folderForWorkers } from "./worker.ts";

const parts = ["filter", "readers", "bundle", "http", "learning", "preview", "page", "routes"];
const { values } = command({
  call: "npm run bench",
  about: `Prints times, sizes and requests a second, each beside a peer. Compare figures of one run with each other only:
machines differ, and so does one machine from hour to hour.`,
  options: {
    only: { type: "string", value: "PARTS", help: `some of ${parts.join(",")} (all)` },
  },
  examples: ["npm run bench", "npm run bench -- --only http,page"],
  exits: { 0: "all was measured", 1: "it could not be built or started", 2: "a part that there is not" },
});
const wanted = (values.only?.split(",") ?? parts).map((part) => oneOf("only", part, parts));

const folder = folderForWorkers("bench");
exitOnSignals();
if (wanted.includes("filter")) benchFilter();
if (wanted.includes("readers")) parserTable(await readGrowths());
const script = build(join(folder, "dist"));
if (wanted.includes("bundle")) benchBundle(script);
if (wanted.includes("http")) await benchHttp(script, join(folder, "state"));
if (wanted.includes("learning")) await benchLearning(script, join(folder, "learning"));
if (wanted.includes("preview")) await benchPreview(script, join(folder, "preview"));
if (wanted.includes("page")) await benchPage(script, join(folder, "page"));
if (wanted.includes("routes")) await benchRoutes(script, join(folder, "routes"));
process.exit(0);
