import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pluginZip } from "./zip.ts";

/** wrangler's build step: puts the plugin among the files that the Worker serves as they are. */
const target = join(import.meta.dirname, "../ui/assets/hamlet.zip");
const made = pluginZip();
if (!existsSync(target) || !readFileSync(target).equals(made)) writeFileSync(target, made);
