import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../src/cli/service.ts";

/** A simulation that takes longer hangs, milliseconds; the test itself may take a little more. */
const RUN_LIMIT = 880_000;

/** The short versions of the long simulations; each compares everything with everything and exits with 1 on a difference. */
const run = (command: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/tsx/dist/cli.mjs"), join(ROOT, `src/lab/${command}.ts`), ...args],
    { encoding: "utf8", cwd: ROOT, timeout: RUN_LIMIT },
  );
  if (stdout === "") throw new Error(`${command} said nothing, but ${stderr}`);
  return { status, stdout };
};
/** The number that stands after a line's words. */
const figure = (stdout: string, words: string) =>
  Number(new RegExp(`^\\s*${words} +([\\d,]+)`, "m").exec(stdout)?.[1]?.replaceAll(",", ""));

describe("a flood at the end of the day's quotas", () => {
  it("loses nothing, refuses spam, takes in its readers and stays inside the plan", () => {
    const { status, stdout } = run(
      "flood",
      "--submissions",
      "1500",
      "--rows-before",
      "84800",
      "--writes-before",
      "995",
    );
    expect(stdout).toContain("What became of the submissions");
    expect(figure(stdout, "lost, or not where told")).toBe(0);
    expect(figure(stdout, "without any answer")).toBe(0);
    expect(figure(stdout, "rows written")).toBeLessThan(100_000);
    const [, sent, published, , , refused] =
      /^readers +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)/m.exec(stdout) ?? [];
    expect([Number(sent), Number(published) > 60, Number(refused) < 5]).toEqual([75, true, true]);
    const crude = /^crude +\d+ +\d+ +\d+ +\d+ +(\d+)/m.exec(stdout.replaceAll(",", ""));
    expect(Number(crude?.[1])).toBeGreaterThan(500);
    expect(status).toBe(0);
  });
});

describe("chaos", () => {
  it("loses and doubles nothing, however workerd, KV, the site object and the blog fail", () => {
    const { status, stdout } = run("chaos", "--rounds", "1", "--seconds", "2");
    expect(figure(stdout, "comments acknowledged")).toBeGreaterThan(0);
    const findings = stdout.split("\n").filter((line) => / {2,}\d+$/.test(line) && line.length > 60);
    expect(findings.length).toBeGreaterThanOrEqual(14);
    expect(findings.filter((line) => !line.endsWith(" 0"))).toEqual([]);
    expect(status).toBe(0);
  });
});

describe("hostile input", () => {
  it("breaks neither the filter nor any route", () => {
    const { status, stdout } = run(
      "fuzz",
      "--comments",
      "200",
      "--each",
      "3",
      "--pieces",
      "8",
      "--seed",
      "7",
    );
    expect(stdout).toMatch(/^faults +0$/m);
    expect(figure(stdout, "requests")).toBeGreaterThan(200);
    expect(status).toBe(0);
  });
});
