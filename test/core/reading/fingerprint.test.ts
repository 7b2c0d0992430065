import { describe, expect, it, vi } from "vitest";
import { featuresOf } from "../../../src/core/reading/features.ts";
import { fingerprint, similarity } from "../../../src/core/reading/fingerprint.ts";
import { fittedSignals } from "../../../src/core/signals/fitted.ts";
import { groupOf } from "../../../src/core/signals/names.ts";
import { priorSignals } from "../../../src/core/signals/priors.ts";
import { question } from "../../../src/core/signals/question.ts";
import { aPolicy, aSubject } from "../a-comment.ts";

const made = (content: string) => fingerprint(aSubject({ content }));

describe("a fingerprint", () => {
  it("is of six words or more, as it is stored for ever", () => {
    expect(made("one two three four five")).toBeUndefined();
    const six = made("one two three four five six");
    expect(six?.exact).toBe("5f2d12a93365f2fa");
    const run = (from: number, count: number) => Array.from({ length: count }, (_, i) => from - i);
    // Five pairs fell into slots 0, 18, 20, 21 and 23; the others borrow from the next.
    expect([...(six?.sketch ?? [])]).toEqual([
      272_033_632,
      ...run(238_698_723, 18),
      ...run(3_201_337_877, 2),
      347_509_589,
      ...run(2_009_184_888, 2),
      ...run(272_033_640, 8),
    ]);
  });

  it("is of twenty-four characters where words are not apart", () => {
    expect(made("漢".repeat(23))).toBeUndefined();
    expect(made("漢".repeat(24))).toBeDefined();
  });

  it("is the same for a text that only looks different", () => {
    expect(made("One, two; THREE four fíve ѕix!")).toEqual(made("one two three four five six"));
  });

  it("reads four hundred words, and 16,384 characters", () => {
    const words = Array.from({ length: 400 }, (_, i) => `w${i}`).join(" ");
    expect(made(`${words} and more`)).toEqual(made(words));
    expect(made(words.replace("w399", "x"))).not.toEqual(made(words));
    const long = "abcdefghijklmno ".repeat(20).concat("x".repeat(16_384));
    expect(made(`${long}yy zz`)).toEqual(made(long.slice(0, 16_384)));
  });

  const of = (content: string) => fingerprint(aSubject({ content, format: "html" }))?.exact;
  const TEXT = "the tide comes in twice a day here";

  it("is of the words, whatever they are linked to and however they are written", () => {
    const same = [
      `${TEXT} https://a.example`,
      `<p>The t&#105;de comes in&nbsp;twice a d\u200bay here</p> b.example/x`,
    ];
    expect(same.map(of)).toEqual([of(TEXT), of(TEXT.replace("here", "here b example x"))]);
  });

  it("is of the link where there is little else", () => {
    const [one, other] = [
      "nice https://a.example/cheap-pills-online",
      "nice https://b.example/cheap-pills-online",
    ].map(of);
    expect(one).toMatch(/^[\da-f]{16}$/);
    expect(other).not.toBe(one);
  });

  it.each(["", "Great post, thank you!", "nice https://a.example"])("is not made of %j", (content) => {
    expect(fingerprint(aSubject({ content }))).toBeUndefined();
  });

  it("tells how much of two texts' pairs of words is common", () => {
    const [a, b] = [made("one two three four five six"), made("one two three four five six")];
    expect(a && b && similarity(a, b)).toBe(1);
    const other = made("seven eight nine ten eleven twelve");
    expect(a && other && similarity(a, other)).toBe(0);
    const zeros = { exact: "0", sketch: new Uint32Array(32) };
    const half = { exact: "1", sketch: Uint32Array.from({ length: 32 }, (_, slot) => slot % 2) };
    expect(similarity(zeros, half)).toBe(0.5);
  });
});

describe("a comment's tokens", () => {
  it("are those of signals, then of words, then those for the site alone", () => {
    const given = aSubject({ content: "casino? trabajaremos", author: { name: "Ada" } }, ["blog.example"]);
    const { subject, tokens, words, siteOnly, found, failed } = featuresOf(given, { languages: ["es"] });
    expect(subject).toBe(given);
    expect(tokens).toEqual([
      "s:name-shape:person",
      "s:link-count:0",
      "s:link-count:0/0",
      "s:text-length:c20",
      "s:text-length:l0",
      "s:question:one",
      "s:offer:gambling",
      "ws:casino",
      "ws:trabajaremo",
      "a:ada",
      "A:ada",
      "ls:casin",
      "ls:trabaj",
    ]);
    expect([words, siteOnly, failed]).toEqual([7, 3, []]);
    expect(found.map(({ signal, from, to }) => [signal.name, from, to])).toEqual([
      ["name-shape", 0, 1],
      ["link-count", 1, 3],
      ["text-length", 3, 5],
      ["question", 5, 6],
      ["offer", 6, 7],
    ]);
  });

  it("are without those of a signal that broke, which is told", () => {
    const broken = vi.spyOn(question, "detect").mockImplementation(() => {
      throw new Error("no answer");
    });
    const { tokens, found, failed } = featuresOf(aSubject({ content: "why? x => y" }), aPolicy());
    broken.mockRestore();
    expect(tokens.filter((token) => token.startsWith("s:question"))).toEqual([]);
    expect(found.map(({ signal }) => signal.name)).toContain("code");
    expect(failed).toEqual([{ signal: "question", reason: "no answer", failed: true }]);
  });

  it("are the signal's name alone, if it has no variants", () => {
    const { tokens } = featuresOf(aSubject({ content: "x => y" }), aPolicy());
    expect(tokens).toContain("s:code:");
  });
});

describe("the signals", () => {
  it("are these, in reading order", () => {
    expect(fittedSignals.map(({ name }) => name)).toEqual([
      "name-shape",
      "name-commercial",
      "name-link",
      "name-in-text",
      "author-link",
      "mail-domain",
      "link-count",
      "link-syntax",
      "link-place",
      "link-repeated",
      "link-mostly",
      "link-disguise",
      "host-offer",
      "own-link",
      "text-length",
      "hard-wrap",
      "mixed-script",
      "styled-letters",
      "shouting",
      "exclamation",
      "repetition",
      "gibberish",
      "contact",
      "money",
      "praise",
      "page-praise",
      "self-promotion",
      "question",
      "code",
      "quote",
      "emoji",
      "offer",
      "brand",
    ]);
    expect(priorSignals.map(({ name }) => name)).toEqual([
      "honeypot",
      "form-speed",
      "form-token",
      "form-input",
      "user-agent",
      "old-browser",
      "foreign-referrer",
      "random-mail",
      "near-spam",
      "near-published",
      "same-text",
      "velocity",
      "other-names",
      "rejected-author",
      "domain-record",
      "spread-domain",
      "old-post",
      "hidden-characters",
      "template",
      "spaced-letters",
      "combining-marks",
      "foreign-script",
      "off-topic-link",
      "quotes-post",
      "own-name",
      "known-domain",
      "trusted-author",
    ]);
  });

  it("have a group, the words one of their own, and the baseline none", () => {
    const names = [
      "classifier",
      "baseline",
      "insult",
      "aimed-swearing",
      "threat",
      "money",
      "honeypot",
      "none",
    ];
    expect(names.map(groupOf)).toEqual(["words", "", "", "", "", "text", "form", ""]);
  });
});
