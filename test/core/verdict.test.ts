import { describe, expect, it } from "vitest";
import { check } from "../../src/core/check.ts";
import type { Comment } from "../../src/core/comment.ts";
import type { Thresholds } from "../../src/core/judging/policy.ts";
import type { History } from "../../src/core/memory/history.ts";
import { aHistory, aPolicy, aSubject, inWords } from "./a-comment.ts";
import { siteTold, type Told } from "./classifier/bare.ts";

/** Judges without the shipped model: the score is what the test puts into it. */
const judge = (
  comment: Partial<Comment>,
  told: Told = {},
  history: Partial<History> = {},
  policy: Parameters<typeof aPolicy>[0] = {},
) =>
  check(
    aSubject(comment, policy.hosts),
    { starter: undefined, site: siteTold(told) },
    aHistory(history),
    aPolicy(policy),
  );

const wired = {
  form: { honeypot: "", elapsed: 30_000, token: "passed", inputs: 9 },
  author: { userAgent: "Firefox", email: "ada@tides.example", name: "Ada" },
  referrer: "https://blog.example/",
  post: { publishedAt: "2090-01-01T00:00:00Z", title: "Sourdough without schedule", excerpt: "Cold dough" },
} as const;
const known = {
  velocity: { lastMinute: 0, lastHour: 0 },
  otherNames: 0,
  standing: { approved: 0, spam: 0, discarded: 0, confirmed: false },
};

describe("a verdict", () => {
  it("is told whole", () => {
    const weights = { "s:question:one": 2, "ws:tide": -3.5, "a:ada": 0.5 };
    const verdict = judge({ ...wired, content: "tide?" }, { weights }, known, { hosts: ["blog.example"] });
    const score = 2 - 3.5 + 0.5;
    expect(verdict).toEqual({
      outcome: "publish",
      blatant: false,
      score,
      probability: 1 / (1 + Math.exp(-score)),
      payload: [],
      abuse: { score: 0, flagged: false, hits: [] },
      policy: [],
      hits: [
        { signal: "classifier", points: -3, evidence: "tide, ada" },
        { signal: "question", points: 2, evidence: "one question" },
        { signal: "baseline", points: 0, evidence: "before any evidence" },
      ],
      notRun: [],
    });
  });

  it.each([
    ["below the publish limit", 0.5 + 1e-9, 0.9, "publish"],
    ["at the publish limit", 0.5, 0.9, "review"],
    ["at the reject limit", 0.1, 0.5, "review"],
    ["above the reject limit", 0.1, 0.5 - 1e-9, "reject"],
    ["above both", 1, 0.5 - 1e-9, "reject"],
  ])(
    "%s is by the owner's limits, one for what holds something to follow, one for what does not",
    (_, publish, reject, outcome) => {
      const decided = (content: string, thresholds: Thresholds) => {
        const verdict = judge({ content }, {}, {}, { thresholds });
        expect(verdict).toMatchObject({ score: 0, probability: 0.5 });
        return verdict.outcome;
      };
      const other = Math.min(1, reject + 0.01);
      const bare = { publishBelow: 0, publishBareBelow: publish, rejectAbove: reject };
      expect(decided("a tide", bare)).toBe(outcome);
      const followed = { publishBelow: publish, publishBareBelow: other, rejectAbove: reject };
      expect(decided("a tide at tides.example.com", followed)).toBe(outcome);
    },
  );

  it("takes the narrow limit for what is too long to be searched whole", () => {
    const thresholds = { publishBelow: 0, publishBareBelow: 0.9, rejectAbove: 1 };
    const { outcome, payload } = judge({ content: "a tide. ".repeat(3000) }, {}, {}, { thresholds });
    expect({ outcome, payload }).toEqual({ outcome: "review", payload: undefined });
  });

  it("holds what may be abuse, though it holds nothing to follow", () => {
    const thresholds = { publishBelow: 0, publishBareBelow: 0.9, rejectAbove: 1 };
    const { outcome, policy } = judge({ content: "I will kill you" }, {}, {}, { thresholds });
    expect({ outcome, policy: inWords(policy) }).toEqual({
      outcome: "review",
      policy: [{ rule: "may be abuse", effect: "hold" }],
    });
  });

  it("leaves a signal worth less than five thousandths to the classifier's share", () => {
    const signals = (weight: number) =>
      judge({ content: "tide?" }, { weights: { "s:question:one": weight } }).hits.map(
        ({ signal, points }) => [signal, points],
      );
    expect(signals(5 / 1024)).toEqual([
      ["classifier", 5 / 1024],
      ["baseline", 0],
    ]);
    expect(signals(6 / 1024)).toEqual([
      ["question", 6 / 1024],
      ["baseline", 0],
      ["classifier", 0],
    ]);
  });

  it("names the three words that weigh most, each once", () => {
    const weights = { "ws:tide": 1, "a:tide": -4, "ws:moon": 3, "ws:bread": -2, "ws:shell": 0.5 };
    const { hits } = judge({ content: "tide moon bread shell", author: { name: "Tide" } }, { weights });
    expect(hits[0]).toEqual({ signal: "classifier", points: -1.5, evidence: "tide, moon, bread" });
  });

  it("names a word again after six looks only if there is another", () => {
    const tokens = ["h", "t", "f", "p", "a", "ws"];
    const weights = Object.fromEntries(tokens.map((kind, i) => [`${kind}:tides.org`, 9 - i]));
    const { hits } = judge({ content: "http://tides.org moon" }, { weights });
    expect(hits.find(({ signal }) => signal === "classifier")?.evidence).toBe("tides.org, moon, org");
  });
});

describe("a blatant verdict", () => {
  const share = (spam: number, approved: number) => ({
    standing: { spam, approved, discarded: 0, confirmed: false },
  });
  const honeypot = { form: { honeypot: "x" } } as const;
  const tokenToo = { form: { honeypot: "x", token: "failed" } } as const;

  it.each([
    ["eight points of two groups", honeypot, share(2, 3), 8, true],
    ["a little less", honeypot, share(39, 61), 7.975, false],
    ["eight points of one group", tokenToo, {}, 8, false],
    [
      "another group with less than a point",
      { ...tokenToo, author: { email: "x12345@a.example" } },
      {},
      8.7,
      false,
    ],
    ["another group with more", { ...tokenToo, content: "v i a g r a" }, {}, 10, true],
    [
      "eight points, some of which speak for ham",
      {
        ...honeypot,
        content: "v i a g r a cold dough forgives you",
        parent: { content: "cold dough forgives you" },
      },
      {},
      8,
      true,
    ],
    [
      "seven and a half, some of which speak for ham",
      { ...honeypot, content: "v i a g r a http://tides.org" },
      { domains: [{ domain: "tides.org", spam: 0, ham: 1 }] },
      7.5,
      false,
    ],
    ["nine points of two groups", { ...honeypot, content: "v i a g r a" }, {}, 9, true],
  ] as const)("needs two groups and eight points: %s", (_, comment, history, score, blatant) => {
    const verdict = judge(comment, {}, history);
    expect(verdict.outcome).toBe("reject");
    expect([Math.round(verdict.score * 1000) / 1000, verdict.blatant]).toEqual([score, blatant]);
  });

  it("is none with half of the points, whatever the owner's rules say", () => {
    const verdict = judge({ content: "v i a g r a" }, {}, { nearSpam: 0.75 }, { blocked: ["v"] });
    expect(verdict).toMatchObject({ outcome: "reject", score: 5, blatant: false });
  });

  it("is one that rejects", () => {
    const author = { role: "editor" };
    expect(judge({ ...honeypot, content: "v i a g r a", author })).toMatchObject({
      outcome: "publish",
      blatant: false,
    });
  });

  it("takes the words for a group, and the baseline for none", () => {
    const blatant = (weights: Record<string, number>) =>
      judge({ ...tokenToo, content: "tide" }, { weights }).blatant;
    expect([blatant({ "ws:tide": 1 }), blatant({ "ws:tide": 0.9 })]).toEqual([true, false]);
  });
});
