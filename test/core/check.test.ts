import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeAbuse } from "../../src/core/abuse/abuse.ts";
import { check } from "../../src/core/check.ts";
import type { Comment } from "../../src/core/comment.ts";
import { read } from "../../src/core/reading/subject.ts";
import { priorSignals } from "../../src/core/signals/priors.ts";
import { aComment, aCorpus, aHistory, aPolicy, aSubject, inWords } from "./a-comment.ts";
import { anyComment, repeated, textOf, timeOf } from "./any-comment.ts";

const corpus = aCorpus();
describe("check", () => {
  it("gives a finite score that its hits add up to, whatever it reads", () => {
    fc.assert(
      fc.property(anyComment, fc.boolean(), (comment, known) => {
        const verdict = check(read(comment, []), corpus, known ? aHistory() : undefined, aPolicy());
        const sum = verdict.hits.reduce((total, hit) => total + hit.points, 0);
        expect(Number.isFinite(verdict.score)).toBe(true);
        expect(Math.abs(sum - verdict.score)).toBeLessThan(1e-6);
        expect(verdict.hits.map((hit) => hit.signal)).toContain("baseline");
        for (const hit of verdict.hits) {
          if (hit.span?.field !== "content") continue;
          expect(hit.span.start).toBeGreaterThanOrEqual(0);
          expect(hit.span.end).toBeLessThanOrEqual(comment.content.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(anyComment, (comment) => {
        const judge = () => check(read(comment, []), corpus, aHistory(), aPolicy());
        expect(judge()).toEqual(judge());
      }),
    );
  });

  it("never asks more than once of each check, and says which could not run", () => {
    const { hits, notRun } = check(aSubject(), corpus, undefined, aPolicy());
    expect(new Set(hits.map((hit) => hit.signal)).size).toBe(hits.length);
    expect(notRun).toContainEqual({ signal: "history", reason: "the site could not be asked" });
    expect(notRun).toContainEqual({ signal: "honeypot", reason: "no honeypot field sent" });
  });

  it("turns a filled honeypot alone into a reject, and no other prior", () => {
    const quiet = aComment({
      content: "The second loop starts at ten, I think; did you mean twenty? `i < 20` works here.",
    });
    const filled = check(aSubject({ ...quiet, form: { honeypot: "x" } }), corpus, aHistory(), aPolicy());
    expect(filled.hits[0]).toMatchObject({ signal: "honeypot", points: 7 });
    const fast = check(
      aSubject({ ...quiet, form: { honeypot: "", elapsed: 100 }, referrer: "http://elsewhere.example" }),
      corpus,
      aHistory({ nearSpam: 1, samePostsToday: 5 }),
      aPolicy({ hosts: ["blog.example"] }),
    );
    const priors = fast.hits.filter((hit) => priorSignals.some((signal) => signal.name === hit.signal));
    const behaviour = priors.filter((hit) => ["near-spam", "same-text"].includes(hit.signal));
    expect(behaviour.reduce((sum, hit) => sum + hit.points, 0)).toBeCloseTo(4.5, 6);
  });

  it("reads 64 kB of any repetition in time that grows with the length", () => {
    const time = (content: string, limit?: number) =>
      timeOf(() => check(aSubject({ content }), corpus, undefined, aPolicy()), limit);
    for (const piece of repeated) {
      // Four times the text: a quadratic reader would take sixteen times as long, and far more than this.
      const limit = 8 * time(textOf(piece, 16_384)) + 100;
      expect(time(textOf(piece, 65_536), limit), piece).toBeLessThan(limit);
    }
  });
});

describe("the owner's rules", () => {
  const plain = aComment({
    content:
      "I think the second loop never runs, because `i` starts at 10. Did you mean `i < 20`? I tried it with gcc 12 and got a warning.",
    author: { name: "Ada Bauer" },
  });
  const outcome = (comment: Comment, policy: Parameters<typeof aPolicy>[0], history = aHistory()) => {
    const verdict = check(read(comment, []), corpus, history, aPolicy(policy));
    return { outcome: verdict.outcome, policy: inWords(verdict.policy) };
  };

  it.each([
    ["nothing", {}, plain, "publish", []],
    [
      "hold first-timers",
      { holdFirstTimers: true },
      plain,
      "review",
      [{ rule: "first comment of this author", effect: "hold" }],
    ],
    [
      "hold links",
      { holdLinks: true },
      { ...plain, content: `${plain.content} See https://docs.example.org/loops` },
      "review",
      [{ rule: "holds a link", effect: "hold" }],
    ],
    [
      "a blocked word",
      { blocked: ["second loop"] },
      plain,
      "reject",
      [{ rule: "blocked: second loop", effect: "reject" }],
    ],
    ["part of a word is not the word", { blocked: ["loo"] }, plain, "publish", []],
    [
      "a blocked domain",
      { blocked: ["evil.example"] },
      { ...plain, author: { url: "https://www.evil.example/x" } },
      "reject",
      [{ rule: "blocked: evil.example", effect: "reject" }],
    ],
    [
      "an administrator",
      { blocked: ["second loop"] },
      { ...plain, author: { role: "administrator,super_admin" } },
      "publish",
      [{ rule: "the author is administrator", effect: "publish" }],
    ],
    [
      "the author who tries the wiring out",
      {},
      { ...plain, author: { name: "akismet-guaranteed-spam" } },
      "reject",
      [{ rule: "test author that is always spam", effect: "reject" }],
    ],
    [
      "her mail address",
      {},
      { ...plain, author: { email: "akismet-guaranteed-spam@example.com" } },
      "reject",
      [{ rule: "test author that is always spam", effect: "reject" }],
    ],
    [
      "what was not read whole",
      {},
      { ...plain, cut: true },
      "review",
      [{ rule: "longer than 65,536 bytes: cut", effect: "hold" }],
    ],
    [
      "what was not read whole, of which the start is spam",
      { thresholds: { publishBelow: 0, publishBareBelow: 0, rejectAbove: 0 } },
      { ...plain, cut: true },
      "review",
      [{ rule: "longer than 65,536 bytes: cut", effect: "hold" }],
    ],
    [
      "a blocked word in what was not read whole",
      { blocked: ["second loop"] },
      { ...plain, cut: true },
      "reject",
      [
        { rule: "longer than 65,536 bytes: cut", effect: "hold" },
        { rule: "blocked: second loop", effect: "reject" },
      ],
    ],
    [
      "an administrator who tries the wiring out",
      {},
      { ...plain, author: { name: "viagra-test-123", role: "administrator" } },
      "publish",
      [{ rule: "the author is administrator", effect: "publish" }],
    ],
  ] as const)("%s", (_, policy, comment, expected, hits) => {
    expect(outcome(comment as Comment, policy as never)).toEqual({ outcome: expected, policy: hits });
  });

  it("take the page's languages where the site names none, and forgive what is no language", () => {
    const russian = (language: string | undefined, languages: string[]) =>
      check(
        aSubject({ content: "Купите дешёвые часы сегодня", language }),
        corpus,
        aHistory(),
        aPolicy({ languages }),
      ).hits.some((hit) => hit.signal === "foreign-script");
    expect([
      russian("en, fr_ca", []),
      russian("en_US, ru", []),
      russian("en_US", ["ru"]),
      russian("-, 12, xx_yy_zz_aa_bb", []),
      russian(undefined, []),
    ]).toEqual([true, false, false, false, false]);
  });

  it("hold abuse, which is no spam", () => {
    const verdict = check(
      aSubject({ content: "Go fuck yourself, you piece of shit." }),
      corpus,
      aHistory(),
      aPolicy(),
    );
    expect(verdict.abuse).toMatchObject({ flagged: true, hits: [{ signal: "insult" }] });
    expect(verdict.outcome).toBe("review");
    expect(inWords(verdict.policy)).toEqual([{ rule: "may be abuse", effect: "hold" }]);
    expect(verdict.hits.map(({ signal }) => signal)).not.toContain("insult");
  });
});

describe("the abuse axis", () => {
  const hits = (content: string) =>
    judgeAbuse(read(aComment({ content }), [])).hits.map(({ signal }) => signal);

  it.each([
    ["You are a pathetic moron, stop writing, asshole.", ["insult"]],
    ["I know where you live.", ["threat"]],
    ["Du bist ein Arschloch", ["aimed-swearing"]],
    ["Tu es un connard", ["aimed-swearing"]],
  ])("flags %s", (content, expected) => {
    expect(hits(content)).toEqual(expected);
  });

  it.each([
    "I disagree strongly, this is wrong and badly argued.",
    "Kill the process with kill -9 and start it again.",
    "Bist du sicher? Bitte nicht so schnell.",
    "El sexo de tu perro no importa.",
    "The dummy index is a damn nuisance.",
    "",
  ])("leaves alone: %s", (content) => {
    expect(hits(content)).toEqual([]);
  });
});
