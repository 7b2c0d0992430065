import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "../../cli/command.ts";

/** What of a commit's `src/core` is compared. The types are today's: an older core must have been called the same way. */
export type Core = Awaited<ReturnType<typeof coreIn>>;

const ROOT = join(import.meta.dirname, "../../..");

/** The core of this working tree. */
export const coreHere = (): Promise<Core> => coreIn(join(ROOT, "src/core"));

/** A commit's core, unpacked below the working tree, so that it finds the same packages. */
export async function coreOf(commit: string): Promise<Core> {
  const folder = join(ROOT, ".wrangler/same", commit.replace(/\W/g, "-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = spawnSync("git", ["archive", commit, "src/core", "package.json", "tsconfig.json"], {
    cwd: ROOT,
    maxBuffer: 2 ** 28,
  });
  if (archive.status !== 0) throw new Refusal(`There is no commit ${commit}, or no src/core in it.`);
  spawnSync("tar", ["-x", "-C", folder], { input: archive.stdout });
  if (!existsSync(join(folder, "src/core")))
    throw new Refusal(`The commit ${commit} could not be unpacked.`, 1);
  return coreIn(join(folder, "src/core"));
}

async function coreIn(folder: string) {
  const load = (file: string) => import(pathToFileURL(join(folder, file)).href);
  const { check }: typeof import("../../core/check.ts") = await load("check.ts");
  const { read, linkedDomains }: typeof import("../../core/reading/subject.ts") =
    await load("reading/subject.ts");
  const { fingerprint }: typeof import("../../core/reading/fingerprint.ts") =
    await load("reading/fingerprint.ts");
  // An older core has what it learns by in two files.
  const learning = existsSync(join(folder, "classifier/fit.ts")) ? ["lesson", "fit"] : ["learning"];
  const { lesson, stateOf }: typeof import("../../core/classifier/learning.ts") = Object.assign(
    {},
    ...(await Promise.all(learning.map((file) => load(`classifier/${file}.ts`)))),
  );
  const { loadStarter }: typeof import("../../core/classifier/starter.ts") =
    await load("classifier/starter.ts");
  const { explain }: typeof import("../../core/explaining/explain.ts") = await load("explaining/explain.ts");
  return { check, read, linkedDomains, fingerprint, lesson, stateOf, loadStarter, explain };
}
