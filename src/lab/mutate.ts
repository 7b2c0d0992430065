import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exitOnSignals } from "../cli/service.ts";
import { mutantsOf } from "./mutate/plant.ts";
import { Runner } from "./mutate/runners.ts";
import { sampleOf } from "./mutate/sample.ts";
import { testsOf } from "./mutate/tests.ts";
import { tryAll } from "./mutate/trials.ts";

const HELP = `Plants mistakes in src/core, one at a time, and counts how many of them the core's tests catch.

  npm run mutate -- [--sample 300] [--seed 1] [--file part-of-a-path] [--jobs 2] [--help]

Each mutant is tried by the test files that reach its file, the nearest first, many at once where no test
reaches two of them; no file is changed. One that never ends counts as caught. Exit 1 if less than 85 % were caught.`;

/** The least share caught, and how long one mutant may take, milliseconds. */
const LEAST = 0.85;
const LIMIT = 120_000;

const { seed, sample, file, jobs } = options();
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

function options() {
  try {
    const text = (value: string) => ({ type: "string" as const, default: value });
    const { values } = parseArgs({
      options: {
        sample: text("300"),
        seed: text("1"),
        file: text(""),
        jobs: text("2"),
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const [sample, seed, jobs] = [values.sample, values.seed, values.jobs].map(Number) as [
      number,
      number,
      number,
    ];
    if (![sample, seed, jobs].every(Number.isInteger) || sample < 1 || jobs < 1 || jobs > 16)
      throw new Error("--sample, --seed and --jobs are whole numbers; --jobs is 1 to 16.");
    return { sample, seed, jobs, file: values.file };
  } catch (failure) {
    console.error((failure as Error).message);
    process.exit(2);
  }
}

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
