import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { command, numberOf } from "../cli/command.ts";
import { exitOnSignals } from "../cli/service.ts";
import { mutantsOf } from "./mutate/plant.ts";
import { Runner } from "./mutate/runners.ts";
import { sampleOf } from "./mutate/sample.ts";
import { testsOf } from "./mutate/tests.ts";
import { tryAll } from "./mutate/trials.ts";

/** The least share caught, and how long one mutant may take, milliseconds. */
const LEAST = 0.85;
const LIMIT = 120_000;

const { values } = command({
  call: "npm run mutate",
  about: `Plants mistakes in src/core, one at a time, and counts how many of them the core's tests catch. Each mutant is tried by the
test files that reach its file, the nearest first, many at once where no test reaches two of them; no file is changed. One that never ends counts as caught.`,
  options: {
    sample: { type: "string", default: "300", value: "N", help: "mutants tried, 1 to 1000000 (300)" },
    seed: { type: "string", default: "1", value: "N", help: "the same seed is the same sample (1)" },
    file: { type: "string", default: "", value: "PART", help: "only files with this in their path" },
    jobs: { type: "string", default: "2", value: "N", help: "at once, 1 to 16 (2)" },
  },
  examples: ["npm run mutate", "npm run mutate -- --file judging --sample 50"],
  exits: { 0: "at least 85 % were caught", 1: "fewer were, or the tests fail without a mistake" },
});
const whole = (name: "sample" | "seed" | "jobs", least: number, most: number) =>
  numberOf(name, values[name], { least, most, whole: true });
const [sample, seed, jobs] = [whole("sample", 1, 1e6), whole("seed", 0, 2 ** 32 - 1), whole("jobs", 1, 16)];
const { file } = values;
const files = readdirSync("src/core", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .map((name) => join("src/core", name))
  .filter((name) => name.includes(file));
const sources = new Map(files.map((name) => [name, readFileSync(name, "utf8")]));
const all = files.flatMap(mutantsOf);
const chosen = sampleOf(all, sources, sample, seed);
const runners = Array.from({ length: jobs }, () => new Runner(LIMIT));
process.once("exit", () => {
  for (const runner of runners) runner.end();
});
exitOnSignals();
const started = Date.now();
await checkWithout();
const results = await tryAll(chosen, runners, ({ size }) => console.error(`${size} caught so far`));
const share = tell();
process.exit(share < LEAST ? 1 : 0);

/** Tests that fail without a mistake would catch everything. */
async function checkWithout(): Promise<void> {
  const tests = [...new Set(files.flatMap((name) => testsOf(name).flat()))];
  const failed = await runners[0]?.ask({ mutants: [], tests });
  if (failed?.size === 0) return;
  console.error("The core's tests fail without a mistake: mend them first.");
  process.exit(1);
}

function tell(): number {
  const survivors = chosen.filter((mutant) => results.get(mutant) === "survived");
  for (const { file: place, line, operator, before, after } of survivors)
    console.log(`survived  ${place}:${line}  ${operator}: ${short(before)} → ${short(after)}`);
  const caught = chosen.length - survivors.length;
  const late = [...results.values()].filter((result) => result === "caught by time").length;
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(
    `\n${caught} of ${chosen.length} caught: ${((100 * caught) / chosen.length).toFixed(1)} % (${late} by time), ` +
      `seed ${seed}, of ${all.length} possible in ${files.length} files, ${minutes} min`,
  );
  return caught / chosen.length;
}

/** What a mutant changes, on one line. */
function short(text: string): string {
  const line = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return line.length > 90 ? `${line.slice(0, 45)} … ${line.slice(-40)}` : line;
}
