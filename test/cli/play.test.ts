import { describe, expect, it } from "vitest";
import { type Labelled, labels } from "../../src/cli/reading/labelled.ts";
import { readLine } from "../../src/cli/reading/line.ts";
import { type PlayOptions, play } from "../../src/cli/replay/play.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-04-21T09:30:00Z");
/** Whatever is not all but certain waits for a person. */
const thresholds = { publishBelow: 0.005, publishBareBelow: 0.005, rejectAbove: 0.998 };
const options = { starter: undefined, thresholds, learning: true, noticed: 1 };

/** Rows a day apart, as a file would hold them. */
const rows = (given: readonly Record<string, unknown>[]): Labelled[] =>
  given.map((row, i) => {
    const at = START + i * DAY;
    const read = readLine(JSON.stringify({ submittedAt: new Date(at).toISOString(), ...row }), at);
    if ("fault" in read) throw new Error(read.fault);
    const label = labels.find((one) => one === row.label) ?? "ham";
    return { ...read, label, source: "test", line: i };
  });

const scores = (given: readonly Record<string, unknown>[], other: Partial<PlayOptions> = {}) =>
  play(rows(given), { ...options, ...other }).map(({ score }) => score);

/** What memory alone adds to the last row's score. */
const byMemory = (given: readonly Record<string, unknown>[], other: Partial<PlayOptions> = {}) =>
  (scores(given, other).at(-1) as number) - (scores(given, { ...other, history: false }).at(-1) as number);

const LONG = "we found a small shop by the harbour where they sell everything that anglers need for the tide";
const ada = { name: "Ada", email: "ada@shells.example", browser: "ada-browser" };
const spam = (content: string, author = {}) => ({ content, author, label: "spam" });
const ham = (content: string, author = {}) => ({ content, author, label: "ham" });

describe("a history that is played", () => {
  it("remembers a domain from the first decision on", () => {
    const first = spam("look at http://cheap.example/a and be quick");
    const other = ham("the moon is late tonight");
    const again = ham("nothing in common but http://cheap.example/b");
    expect(byMemory([first, again])).toBeCloseTo(3, 9);
    expect(byMemory([first, { ...first, content: "and another http://cheap.example" }, again])).toBeCloseTo(
      4,
      9,
    );
    expect(byMemory([other, again])).toBe(0);
    expect(byMemory([first, again], { learning: false })).toBe(0);
  });

  it("remembers a text that a person called spam from the first decision on", () => {
    expect(byMemory([spam(LONG), spam(LONG.toUpperCase(), { name: "Kim" })])).toBeGreaterThan(2);
    expect(byMemory([ham(LONG), spam("nothing of the kind was said here by anybody at all")])).toBe(0);
  });

  it("trusts an author from the second approved comment on, by her browser, not by her address alone", () => {
    const hers = (text: string, author: object = ada) => ham(text, author);
    const third = hers("and a third one");
    expect(byMemory([hers("a first one"), third])).toBe(0);
    expect(byMemory([hers("a first one"), hers("a second one"), third])).toBeCloseTo(-3, 9);
    const typed = hers("and a third one", { name: "Ada", email: "ada@shells.example", browser: "another" });
    expect(byMemory([hers("a first one"), hers("a second one"), typed])).toBe(0);
  });

  it("distrusts an author whose comment a person called spam", () => {
    expect(byMemory([spam("a first one", ada), ham("a second one", ada)])).toBeCloseTo(2.5, 9);
  });

  it("does not remember decisions that nobody took", () => {
    const published = {
      ...options,
      thresholds: { publishBelow: 1, publishBareBelow: 1, rejectAbove: 1 },
      noticed: 0,
    };
    const first = spam("look at http://cheap.example/a and be quick");
    expect(byMemory([first, ham("also http://cheap.example/b")], published)).toBe(0);
  });

  it("holds an answer to spam", () => {
    const first = { id: "c1", ...spam("buy this now") };
    const answer = { ...ham("so true"), parent: { id: "c1" } };
    const outcome = (history: boolean) =>
      play(rows([first, answer]), {
        ...options,
        history,
        thresholds: { publishBelow: 0.9, publishBareBelow: 0.9, rejectAbove: 0.99 },
        noticed: 1,
      }).at(-1)?.outcome;
    expect([outcome(true), outcome(false)]).toEqual(["review", "publish"]);
  });

  it("says nothing of haste where the rows have no times", () => {
    const from = { name: "Ada", ip: "203.0.113.7" };
    const many = Array.from({ length: 12 }, (_, i) => ({
      ...ham(`word ${i}`, from),
      submittedAt: undefined,
    }));
    expect(byMemory(many)).toBe(0);
    const once = many.map((row) => ({ ...row, submittedAt: "2026-04-21T09:30:00Z" }));
    expect(byMemory(once)).toBeGreaterThan(2);
  });
});
