import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import type { Comment } from "../../../src/core/comment.ts";
import type { Policy } from "../../../src/core/judging/policy.ts";
import { aCorpus, aHistory, aPolicy, aSubject } from "../a-comment.ts";

const corpus = aCorpus();
const judged = (comment: Partial<Comment>, policy: Partial<Policy>) =>
  check(aSubject(comment), corpus, aHistory(), aPolicy(policy));

/** Faults that people reported of other comment systems: a rule goes by what a browser makes of a text. */
describe("a link that browsers follow", () => {
  it.each<[Comment["format"], string]>([
    ["html", 'Of the kind at <a href="//evil.example/x">here</a>'],
    ["html", '<a href="/\\evil.example/x">here</a>'],
    ["html", '<a href="https:/evil.example/x">here</a>'],
    ["html", '<a href="https:evil.example">here</a>'],
    ["html", '<a href="https:\\\\evil.example">here</a>'],
    ["html", '<a href="ht&#116;ps&colon;//evil.example">here</a>'],
    ["html", '<video poster="//evil.example/x.jpg"></video>'],
    ["html", '<p style="background: url(//evil.example/x)">here</p>'],
    ["markdown", "at [here](//evil.example/x)"],
    ["markdown", "![here](//evil.example/x.png)"],
    ["markdown", "at <https:evil.example>"],
    ["markdown", "see [here]\n\n[here]: //evil.example/x"],
    ["text", "at [url=//evil.example/x]here[/url]"],
    ["text", "at https://evil．example/x"],
  ])("is one for the rule that holds links, and for the blocked list: %s %s", (format, content) => {
    expect(judged({ format, content }, { holdLinks: true })).toMatchObject({
      outcome: "review",
      policy: [{ rule: "holds a link", effect: "hold", kind: "link" }],
    });
    expect(judged({ format, content }, { blocked: ["evil.example"] })).toMatchObject({
      outcome: "reject",
      policy: [{ rule: "blocked: evil.example", effect: "reject", kind: "blocked", entry: "evil.example" }],
    });
  });

  it.each(["either//or", "a // remark in code", "https: the scheme", "curl(//x)"])(
    "is none in plain words: %s",
    (content) => {
      expect(judged({ content }, { holdLinks: true }).policy).toEqual([]);
    },
  );
});

describe("what nobody sees in a word", () => {
  const shown = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const hidden = [
    0x200b, 0x2060, 0x2062, 0x2068, 0x34f, 0xad, 0xfeff, 0x61c, 0xfe0f, 0xe0020, 0, 8, 0x7f, 0xfff9,
  ];

  it.each(hidden.map((code) => [shown(code), String.fromCodePoint(code)]))(
    "hides it neither from the blocked list nor from the reasons: %s",
    (code, character) => {
      const content = `try the cas${character}ino tonight`;
      const { outcome, policy, hits } = judged({ content }, { blocked: ["casino"] });
      expect({ outcome, policy }).toEqual({
        outcome: "reject",
        policy: [{ rule: "blocked: casino", effect: "reject", kind: "blocked", entry: "casino" }],
      });
      expect(hits.find(({ signal }) => signal === "hidden-characters")?.evidence).toBe(code);
    },
  );

  it.each(hidden.slice(0, 10).map((code) => [shown(code), String.fromCodePoint(code)]))(
    "hides no host either: %s",
    (_, character) => {
      const content = `see https://evil${character}.example/x today`;
      const { outcome, hits } = judged({ content }, { blocked: ["evil.example"] });
      expect([outcome, hits.some(({ signal }) => signal === "hidden-characters")]).toEqual(["reject", true]);
    },
  );

  it.each(["two\tcolumns", "two\r\nlines", "a form\ffeed", "don\u0092t"])(
    "is no blank and no wrong encoding: %j",
    (content) => {
      expect(judged({ content }, {}).hits.map(({ signal }) => signal)).not.toContain("hidden-characters");
    },
  );
});
