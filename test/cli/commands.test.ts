import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../src/cli/service.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hamlet-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (command: string, args: readonly string[], input = "", room = "cli") => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/tsx/dist/cli.mjs"), join(ROOT, `src/${room}/${command}.ts`), ...args],
    { input, encoding: "utf8", cwd: ROOT },
  );
  return { status, stdout, stderr };
};
const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

/** A small blog's history: what is spam in it is easy to tell. */
const history = Array.from({ length: 40 }, (_, i) => ({
  source: i % 3 === 0 ? "one" : i % 3 === 1 ? "two" : "three",
  label: i % 2 ? "spam" : "ham",
  date: new Date(Date.UTC(2020, 0, 1) + i * 86_400_000).toISOString(),
  author: i % 2 ? "cheap casino bonus" : "Ada Bauer",
  text:
    i % 2
      ? `Great! Visit http://casino-${i}.example for a bonus`
      : `I wonder about paragraph ${i}: does the moon pull twice?`,
}));

describe("check", () => {
  it("judges a submission a line, in order, and tells bad lines by number", () => {
    const input = `${lines([{ id: "a", content: "Thank you for the second example." }])}\n{"nope": 1}\n\nnot json\n${lines([{ text: "Buy pills http://pills.example", author: "pills", url: "http://pills.example/x" }])}\n`;
    const { status, stdout, stderr } = run("check", [], input);
    const verdicts = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(verdicts.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["a", expect.stringMatching(/publish|review/)],
      [undefined, expect.stringMatching(/review|reject/)],
    ]);
    expect(stderr).toContain("line 2: content: ");
    expect(stderr).toContain("line 4: ");
  });

  it("is content with nothing", () => {
    expect(run("check", [])).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("replay", () => {
  it("tells what became of each comment, in all and by quarters", () => {
    const file = join(folder, "history.jsonl");
    writeFileSync(file, `${lines([...history, { text: "x", label: "abuse", source: "one" }])}\n`);
    const { status, stdout } = run("replay", ["--json", file]);
    const figures = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(figures).toMatchObject({ comments: 40, skipped: 1 });
    for (const label of ["ham", "spam"]) {
      const { published, held, rejected } = figures[label];
      expect(published + held + rejected).toBe(20);
    }
    expect(figures.humanShare).toBeCloseTo((figures.ham.held + figures.spam.held) / 40, 9);
    expect(figures.quarters.map((quarter: { comments: number }) => quarter.comments)).toEqual([
      10, 10, 10, 10,
    ]);
    expect(figures.auc).toBe(1);
    expect(run("replay", ["--json", file]).stdout).toBe(stdout);
  });

  it("learns: a person sees less of the second half than without learning", () => {
    const file = join(folder, "history.jsonl");
    writeFileSync(file, lines(history));
    const held = (options: string[]) =>
      JSON.parse(run("replay", ["--json", "--no-starter", ...options, file]).stdout).humanShare;
    expect(held([])).toBeLessThan(held(["--no-learning"]));
  });

  it("says what is wrong with its options", () => {
    expect(run("replay", [])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("Name at least one"),
    });
    expect(run("replay", ["--noticed", "2", "x"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--noticed"),
    });
  });
});

describe("train", () => {
  it("learns the very same model from the same comments, without their text", () => {
    const file = join(folder, "history.jsonl");
    writeFileSync(file, lines(history));
    const train = (out: string) => {
      const { status, stdout } = run("train", ["--out", join(folder, out), file], "", "lab");
      expect(status).toBe(0);
      expect(stdout).toContain("mean");
      return readFileSync(join(folder, out), "utf8");
    };
    const model = train("a.json");
    expect(train("b.json")).toBe(model);
    expect(model).not.toMatch(/casino|Ada|moon/i);
    expect(JSON.parse(model).documents).toEqual({ spam: 20, ham: 20 });
  });
});
