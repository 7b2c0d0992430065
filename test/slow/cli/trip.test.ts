import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

it("who follows a comment or a decision opens few files, none of them long, and none that import each other", () => {
  const { status, stdout, stderr } = spawnSync("npx", ["tsx", "src/lab/trip.ts"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect({ status, said: status === 0 ? "" : `${stdout}${stderr}` }).toEqual({ status: 0, said: "" });
  expect(stdout.match(/^.*: \d+ files \(at most \d+\)/gm)?.map((line) => line.split(":")[0])).toEqual([
    "A comment's POST until it is stored",
    "A comment's whole trip",
    "A decision by the API",
  ]);
});
