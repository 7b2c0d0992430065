import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { command } from "../cli/command.ts";
import { endWorkerdsOnExit } from "../cli/processes.ts";
import { exitOnSignals, ROOT } from "../cli/service.ts";
import { build } from "./bench/bundle.ts";
import { counted } from "./trip/counted.ts";
import { longFiles, twoWayImports } from "./trip/house.ts";
import { journeys } from "./trip/journeys.ts";
import { CORE, type Ran } from "./trip/ran.ts";

/** So many files may be particular to each journey; test/slow/cli/trip.test.ts keeps the bounds. */
const MOST = { stored: 35, whole: 65, decision: 15 } as const;

/** A file of these is one among many alike, a signal or a page's texts: it is passed, and counted apart. */
const ALIKE = { signals: /^core\/signals\//, "files of texts": /^ui\/messages\/[a-z]{2}\// } as const;

command({
  call: "npm run trip",
  about: `Counts the files of src/ that a comment and a decision pass, by what runs: the Worker as it is deployed notes the file of
each function that is called while a comment is posted, shown, decided and delivered. Particular to a journey is what does not
run on every request, the filter by the files that the rest calls. Signals and the pages' texts are counted apart.
Counts two-way imports and long files besides.`,
  examples: ["npm run trip"],
  exits: { 0: "all is within its targets", 1: "something is beyond its target" },
});

endWorkerdsOnExit();
exitOnSignals();
const folder = mkdtempSync(join(tmpdir(), "hamlet-trip-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const script = build(join(folder, "dist"), join(ROOT, "src/lab/trip/entry.ts"), { minify: false });
const bundle = join(folder, "counted.js");
writeFileSync(
  bundle,
  counted(readFileSync(script, "utf8"), JSON.parse(readFileSync(`${script}.map`, "utf8"))),
);
const { stored, whole, decision, bareCall, barePage } = await journeys(bundle, join(folder, "state"));
const onPages = new Set([...bareCall.files, ...barePage.files]);
const kept = [
  show("A comment's POST until it is stored", stored, bareCall.files, MOST.stored),
  show("A comment's whole trip: held, shown on the page, decided, delivered", whole, onPages, MOST.whole),
  show("A decision by the API", decision, bareCall.files, MOST.decision),
  none("Two-way imports between files", twoWayImports()),
  none("Files of more than 250 lines", longFiles()),
];
process.exit(kept.every(Boolean) ? 0 : 1);

/** Prints the files of a journey that are particular to it, by room; answers whether they are few enough. */
function show(what: string, { files, doors }: Ran, everyRequest: ReadonlySet<string>, most: number): boolean {
  const alike = Object.values(ALIKE);
  const ran = [...files].filter((file) => !alike.some((kind) => kind.test(file))).sort();
  const own = ran.filter((file) => !everyRequest.has(file) && (!file.startsWith(CORE) || doors.has(file)));
  const apart = Object.entries(ALIKE).map(
    ([kind, known]) => `${[...files].filter((file) => known.test(file)).length} ${kind}`,
  );
  console.log(
    `\n${what}: ${own.length} files (at most ${most}) of ${ran.length} that run; and ${apart.join(", ")}`,
  );
  for (const room of new Set(own.map(dirname))) {
    const names = own.filter((file) => dirname(file) === room).map((file) => basename(file));
    console.log(`  ${room === "." ? "src" : room}: ${names.join(", ")}`);
  }
  return own.length <= most;
}

function none(what: string, found: readonly string[]): boolean {
  console.log(`\n${what}: ${found.length}`);
  for (const one of found) console.log(`  ${one}`);
  return found.length === 0;
}
