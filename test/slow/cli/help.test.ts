import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { freePort, ROOT } from "../../../src/cli/service.ts";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const file = /tsx (src\/(?:cli|lab)\/\S+\.ts)/.exec(script)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

class Exit extends Error {}

/** Runs a command's file as its process would, up to where it exits; what it only imports is loaded once. */
async function run(file: string, ...args: readonly string[]) {
  const said = { stdout: "", stderr: "", code: undefined as unknown };
  const told = (stream: "stdout" | "stderr") => (text: string) => {
    said[stream] += `${text}\n`;
  };
  vi.spyOn(console, "log").mockImplementation(told("stdout"));
  vi.spyOn(console, "error").mockImplementation(told("stderr"));
  vi.spyOn(process, "exit").mockImplementation((code) => {
    said.code = code;
    throw new Exit();
  });
  const argv = process.argv;
  process.argv = [argv[0] as string, file, ...args];
  try {
    await import(`${join(ROOT, file)}?${args.join("&")}`);
  } catch (failure) {
    if (!(failure instanceof Exit)) throw failure;
  } finally {
    process.argv = argv;
  }
  return said;
}

afterEach(() => vi.restoreAllMocks());

describe.each(commands)("npm run %s", (name, file) => {
  it("has a manual: usage, options, examples, exit codes", async () => {
    const { stdout, stderr, code } = await run(file, "--help");
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout).toContain(name === "start" ? "npm start [options]" : `${name} -- [options]`);
    expect(stdout.match(/^\S.*$/gm)?.slice(1)).toEqual(["Options", "Examples", "Exit codes"]);
    expect(stdout).toMatch(/\nExamples\n {2}\S/);
  });

  it("answers an option that it does not know with a sentence, and exit 2", async () => {
    const { stdout, stderr, code } = await run(file, "--nonsense");
    expect([stdout, stderr.split("\n")[0], code]).toEqual(["", "Unknown option '--nonsense'.", 2]);
  });
});

describe("what needs a running Hamlet", () => {
  it("says in a sentence that nothing answers where PORT says", async () => {
    const port = String(await freePort());
    for (const args of [
      ["src/cli/demo.ts"],
      ["src/cli/sites.ts", "list"],
      ["src/cli/backup.ts", "demo", "/nowhere/file"],
      ["src/lab/conformance.ts", "somekey12345", "https://blog.example"],
    ]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...args], {
        encoding: "utf8",
        cwd: ROOT,
        env: { ...process.env, PORT: port },
      });
      const sentence = `Nothing answers at http://localhost:${port}. Start Hamlet first: npm start\n`;
      expect({ args, status, stdout, stderr }).toEqual({ args, status: 1, stdout: "", stderr: sentence });
    }
  });
});
