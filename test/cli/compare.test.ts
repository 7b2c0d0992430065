import { describe, expect, it } from "vitest";
import { type Labelled, labels } from "../../src/cli/reading/labelled.ts";
import { readLine } from "../../src/cli/reading/line.ts";
import { bogofilter } from "../../src/lab/compare/bogofilter.ts";
import { hamlet } from "../../src/lab/compare/hamlet.ts";
import { measure, recallAt } from "../../src/lab/compare/measured.ts";
import { natural } from "../../src/lab/compare/natural.ts";
import { mailOf, textOf } from "../../src/lab/compare/peer.ts";
import { spamassassin } from "../../src/lab/compare/spamassassin.ts";

const rowOf = (given: Record<string, unknown>, line = 0): Labelled => {
  const read = readLine(JSON.stringify(given), 0);
  if ("fault" in read) throw new Error(read.fault);
  return { ...read, label: labels.find((label) => label === given.label) ?? "ham", source: "test", line };
};

const spam = (i: number) => ({
  content: `cheap casino offer number ${i} http://casino.example`,
  label: "spam",
});
const ham = (i: number) => ({ content: `the tide of week ${i} left shells along the harbour`, label: "ham" });
const rows = Array.from({ length: 24 }, (_, i) => rowOf(i % 2 ? spam(i) : ham(i), i));
const full = rowOf({
  content: "so it is\nFrom here on",
  author: { name: 'Ada "the <first>"', url: "http://ada.example", email: "ada@ada.example" },
  post: { title: "Tides\nand shells" },
});

describe("filters beside each other", () => {
  it.each([hamlet("Hamlet", undefined), natural, bogofilter, spamassassin])(
    "$name scores each comment before it learns it, or says that it is not installed",
    (peer) => {
      const scores = peer.play(rows);
      if (scores === undefined) return;
      expect(scores).toHaveLength(rows.length);
      expect(scores.every(Number.isFinite)).toBe(true);
      const last = rows.map(({ label }, i) => ({ label, score: scores[i] as number })).slice(-6);
      const least = Math.min(...last.flatMap(({ label, score }) => (label === "spam" ? [score] : [])));
      expect(last.every(({ label, score }) => label === "spam" || score < least)).toBe(true);
      const other = peer.play(rows.map((row, i) => (i === rows.length - 1 ? { ...row, label: "ham" } : row)));
      expect(other).toEqual(scores);
    },
  );

  it("get the same: what the author wrote and left", () => {
    expect(textOf(full)).toBe(
      'Ada "the <first>"\nhttp://ada.example\nada@ada.example\nTides\nand shells\nso it is\nFrom here on',
    );
    expect(mailOf(full).split("\n\n")).toEqual([
      [
        'From: "Ada  the  first " <ada@ada.example>',
        "Subject: Tides and shells",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
      ].join("\n"),
      "http://ada.example",
      "so it is\nFrom here on\n",
    ]);
  });

  it("are measured by the area under their curve, what they find, and their time", () => {
    const found = measure(
      { name: "by label", play: (all) => all.map(({ label }) => (label === "spam" ? 1 : 0)) },
      rows,
    );
    expect(found).toEqual({ auc: 1, recall: 1, milliseconds: expect.any(Number) });
    expect(measure({ name: "none", play: () => undefined }, rows)).toBeUndefined();
  });

  it("find what scores above all but a share of the good comments", () => {
    const scored = (kind: boolean, scores: readonly number[]) =>
      scores.map((score) => ({ spam: kind, score }));
    const good = scored(false, [9, ...Array.from({ length: 199 }, () => 1)]);
    expect(recallAt([...good, ...scored(true, [2, 10, 0, 1])], 0.005)).toBe(0.5);
    expect(recallAt([...good, ...scored(true, [2, 10, 0, 1])], 0)).toBe(0.25);
    expect(recallAt(good, 0.005)).toBeNull();
  });
});
