import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import { lesson } from "../../../src/core/classifier/learning.ts";
import type { Comment } from "../../../src/core/comment.ts";
import { explain } from "../../../src/core/explaining/explain.ts";
import { fingerprint } from "../../../src/core/reading/fingerprint.ts";
import { fold } from "../../../src/core/reading/fold.ts";
import { linkedDomains, read, readLinks } from "../../../src/core/reading/subject.ts";
import { aComment, aCorpus, aHistory, aPolicy, aSubject } from "../a-comment.ts";

const HTML =
  'The t&#105;de at <a href="https://ev&#105;l.example/x">noon</a> is l\u200bow, see my-shop.agency';

describe("a comment", () => {
  it("is read once: whatever is asked of it later, nobody looks at its text again", () => {
    let looks = 0;
    const { content, ...rest } = aComment({ content: HTML, format: "html", author: { name: "Kim" } });
    const comment: Comment = {
      ...rest,
      get content() {
        looks++;
        return content;
      },
    };
    const subject = read(comment, []);
    expect(looks).toBe(1);
    const policy = aPolicy({ blocked: ["casino"], holdLinks: true });
    fingerprint(subject);
    linkedDomains(subject);
    check(subject, aCorpus(), aHistory(), policy);
    lesson(subject, aCorpus().starter, policy, "spam", 1);
    explain(subject, aCorpus(), policy);
    expect(looks).toBe(1);
  });

  it("is nothing that the filter, its memory or its learning take as it was sent", () => {
    const comment = aComment();
    // @ts-expect-error: a comment must be read first
    expect(() => check(comment, aCorpus(), aHistory(), aPolicy())).toThrow();
    // @ts-expect-error: a comment must be read first
    expect(() => lesson(comment, aCorpus(), aPolicy(), "spam", 1)).toThrow();
    // @ts-expect-error: a comment must be read first
    expect(() => fingerprint(comment)).toThrow();
    // @ts-expect-error: a comment must be read first
    expect(() => linkedDomains(comment)).toThrow();
  });

  it("shows people and signals its text without markup, addresses and hidden characters", () => {
    const subject = aSubject({ content: HTML, format: "html" });
    expect(subject.content).toBe(HTML.replaceAll("&#105;", "i"));
    expect(subject.words).toEqual(["the", "tide", "at", "noon", "is", "low", "see"]);
    expect(subject.length).toBe(HTML.length);
  });

  it("that is stored can be read for its links alone, with the same result", () => {
    const { links, site, ownHosts, text } = aSubject({ content: HTML, format: "html" }, ["blog.example"]);
    expect(readLinks(aComment({ content: HTML, format: "html" }), ["blog.example"])).toEqual({
      links,
      site,
      ownHosts,
      text,
    });
  });
});

describe("evidence", () => {
  it("points at the text as it was sent", () => {
    const content =
      "A very long caf&eacute; &amp; b&uuml;cher list, write to k&#105;m@mail.example, $500 &#8203; a day!!";
    const { hits } = check(aSubject({ content, format: "html" }), aCorpus(), aHistory(), aPolicy());
    const pieces = Object.fromEntries(
      hits.flatMap(({ signal, span }) => (span ? [[signal, content.slice(span.start, span.end)]] : [])),
    );
    expect(pieces).toEqual({ contact: "k&#105;m@mail.example", exclamation: "!!", money: "$500" });
  });
});

describe("fold", () => {
  it("leaves a folded text as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
