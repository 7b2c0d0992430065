import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../../src/cli/service.ts";

const TSX = ["--import", "tsx"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hamlet-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (command: string, args: readonly string[], input = "", room = "cli") => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...TSX, join(ROOT, `src/${room}/${command}.ts`), ...args],
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

/** The same history as the contract writes it, with the address of its page. */
const submissions = history.map(({ text, author, date, ...row }, i) => ({
  ...row,
  id: `c${i}`,
  content: text,
  author: { name: author },
  post: { url: "https://blog.example/moon" },
  submittedAt: date,
}));

describe("check", () => {
  it("judges a submission a line, in order, and tells bad lines by number and what was expected", () => {
    const input = [
      '{"id": "a", "content": "Thank you for the second example.", "author": null}',
      '{"nope": 1}',
      "",
      "not json",
      "[]",
      '{"text": "Buy pills http://pills.example", "author": "pills", "url": "http://pills.example/x"}',
      '{"content": "x", "submittedAt": "yesterday"}',
      '{"text": "x", "date": "yesterday"}',
    ].join("\n");
    const { status, stdout, stderr } = run("check", [], input);
    const verdicts = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(verdicts.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["a", "publish"],
      [undefined, expect.stringMatching(/review|reject/)],
    ]);
    expect([status, ...stderr.trim().split("\n")]).toEqual([
      1,
      "line 2: content: Invalid input: expected string, received undefined",
      expect.stringMatching(/^line 4: JSON was expected: /),
      "line 5: a submission was expected, {…}",
      "line 7: submittedAt: a time as in RFC 3339, such as 2026-04-21T09:30:00Z",
      'line 8: date: a time was expected, such as 2026-04-21T09:30:00Z, not "yesterday"',
    ]);
  });

  it("ends at the first bad line if it is strict", () => {
    const good = '{"content": "Thank you for the second example."}';
    const { status, stdout, stderr } = run("check", ["--strict"], `${good}\n{}\n${good}\n`);
    expect([status, stdout.trim().split("\n").length, stderr]).toEqual([
      1,
      1,
      "line 2: content: Invalid input: expected string, received undefined\n",
    ]);
  });

  it("takes the page's host for the blog's own, and the option's time for one that is not told", () => {
    const link = { content: "See http://blog.example/a for how the second loop ends, please." };
    const form = { ...link, form: { shownAt: "2026-04-21T09:30:00Z" } };
    const verdicts = (options: string[], ...given: object[]) =>
      run("check", options, lines(given))
        .stdout.trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    const own = { ...link, post: { url: "https://blog.example/b" } };
    const sent = { ...form, submittedAt: "2026-04-21T09:30:01Z" };
    const [foreign, ofPage, told] = verdicts(["--now", "2026-04-21T09:35:00Z"], link, own, sent);
    const [ofOption, fast] = verdicts(["--site", "blog.example", "--now", sent.submittedAt], link, form);
    expect([ofPage.score, ofOption.score < foreign.score]).toEqual([ofOption.score, true]);
    const speed = (verdict: { hits: { signal: string; evidence: string }[] }) =>
      verdict.hits.find(({ signal }) => signal === "form-speed")?.evidence;
    expect([speed(fast) !== undefined, speed(told)]).toEqual([true, speed(fast)]);
  });

  it("answers a line before the next one comes", async () => {
    const child = spawn(process.execPath, [...TSX, join(ROOT, "src/cli/check.ts")], { cwd: ROOT });
    child.stdin.write('{"id": "first", "content": "Thank you for the second example."}\n');
    const [answer] = await once(child.stdout, "data");
    expect(JSON.parse(String(answer)).id).toBe("first");
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("is content with nothing", () => {
    expect(run("check", [])).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("replay", () => {
  it("tells what became of each comment, in all and by quarters, the same of submissions and of short rows", () => {
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
    writeFileSync(file, lines([{ content: "x", label: "abuse" }, ...submissions.toReversed()]));
    expect(run("replay", ["--json", file]).stdout).toBe(stdout);
  });

  it("names file and line of what it cannot read, skips it and counts it, or ends there if it is strict", () => {
    const file = join(folder, "history.jsonl");
    const [good] = submissions;
    writeFileSync(
      file,
      `${JSON.stringify(good)}\n{"content": 5, "label": "ham"}\n\n{"content": "x", "label": "eggs"}\n{`,
    );
    const { status, stdout, stderr } = run("replay", ["--json", file]);
    const faults = [
      `${file}, line 2: content: Invalid input: expected string, received number`,
      `${file}, line 4: label: spam, ham, abuse was expected, not "eggs"`,
      expect.stringMatching(/, line 5: JSON was expected: /),
    ];
    expect([status, ...stderr.trim().split("\n")]).toEqual([
      1,
      ...faults,
      "3 lines could not be read and were skipped.",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ comments: 1, skipped: 3, auc: null });
    expect(run("replay", ["--strict", file])).toEqual({ status: 1, stdout: "", stderr: `${faults[0]}\n` });
  });

  it("learns: a person sees less of the second half than without learning", () => {
    const file = join(folder, "history.jsonl");
    writeFileSync(file, lines(history));
    const held = (options: string[]) =>
      JSON.parse(run("replay", ["--json", "--no-starter", ...options, file]).stdout).humanShare;
    expect(held([])).toBeLessThan(held(["--no-learning"]));
  });

  it("publishes by two limits, the second only for what holds nothing to follow; one alone is for all", () => {
    const file = join(folder, "history.jsonl");
    const good = { label: "ham", source: "one" };
    writeFileSync(
      file,
      lines([
        { ...good, text: "a tide" },
        { ...good, text: "a tide, see tides.example.com" },
      ]),
    );
    const published = (...options: string[]) => {
      const given = ["--json", "--no-starter", "--no-learning", "--reject-above", "1", ...options, file];
      return JSON.parse(run("replay", given).stdout).ham.published;
    };
    expect(published("--publish-below", "0", "--publish-bare-below", "1")).toBe(1);
    expect(published("--publish-below", "0")).toBe(0);
    expect(published("--publish-below", "1")).toBe(2);
  });

  it("says what is wrong with its options and files", () => {
    const said = (...args: string[]) => {
      const { status, stdout, stderr } = run("replay", args);
      return [status, stdout, stderr.split("\n")[0]];
    };
    expect(said("--noticed", "2", "x")).toEqual([2, "", "--noticed is a number from 0 to 1, not 2."]);
    const missing = join(folder, "none.jsonl");
    expect(said(missing)).toEqual([2, "", `${missing}: there is no such file.`]);
    expect(said(folder)).toEqual([2, "", `${folder}: it is a folder, not a file.`]);
  });
});

describe("train", () => {
  it("learns the very same model from the same comments, without their text", () => {
    const file = join(folder, "history.jsonl");
    writeFileSync(file, lines(history));
    const train = (out: string) => {
      const { status, stdout } = run("train", ["--out", join(folder, out), file], "", "lab");
      expect(status).toBe(0);
      expect(stdout).toContain("40 comments of 1 sources");
      return readFileSync(join(folder, out), "utf8");
    };
    const model = train("a.json");
    expect(train("b.json")).toBe(model);
    expect(model).not.toMatch(/casino|Ada|moon/i);
    expect(JSON.parse(model).documents).toEqual({ spam: 20, ham: 20 });
  });
});
