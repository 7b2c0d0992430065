import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { batchesOf } from "./mutate/batches.ts";
import { mutantsOf } from "./mutate/plant.ts";
import { sampleOf } from "./mutate/sample.ts";
import { tests, testsOf } from "./mutate/tests.ts";

const files = readdirSync("src/core", { recursive: true, encoding: "utf8" })
  .filter((n) => n.endsWith(".ts") && !n.endsWith(".d.ts"))
  .map((n) => join("src/core", n));
const sources = new Map(files.map((n) => [n, readFileSync(n, "utf8")]));
const all = files.flatMap(mutantsOf);
const chosen = sampleOf(all, sources, 300, 1);
const by = new Map<string, number>();
for (const m of chosen) by.set(m.file, (by.get(m.file) ?? 0) + 1);
console.log(all.length, chosen.length, [...by].sort((a, b) => b[1] - a[1]).slice(0, 12));
const bs = batchesOf(
  chosen.flatMap((mutant) => {
    const t = testsOf(mutant.file)[0];
    return t ? [{ mutant, tests: t }] : [];
  }),
);
console.log(bs.length, bs.map((b) => b.length).join(" "));
console.log(tests.get("test/core/signals/money.test.ts"));
