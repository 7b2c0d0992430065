import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import {
  learn,
  lesson,
  lessonFromBytes,
  lessonToBytes,
  unlearn,
} from "../../../src/core/classifier/lesson.ts";
import {
  emptySiteState,
  siteStateFromBytes,
  siteStateToBytes,
} from "../../../src/core/classifier/site-state.ts";
import { aCorpus, aHistory, aPolicy, aSubject } from "../a-comment.ts";

const { starter } = aCorpus();
const someText = fc.array(
  fc.constantFrom("tide", "bread", "casino", "loop", "http://a.example", "moon", "!!", "привет", "漢字"),
  { maxLength: 12 },
);
const someLessons = fc.array(
  fc.record({ words: someText, spam: fc.boolean(), weight: fc.constantFrom(1, 0.3, 0.1) }),
  { minLength: 1, maxLength: 12 },
);

/** Teaches a state some comments and answers the lessons. */
function teach(site = emptySiteState(), given: { words: string[]; spam: boolean; weight: number }[]) {
  return given.map(({ words, spam, weight }) => {
    const taught = lesson(
      aSubject({ content: words.join(" ") }),
      { starter, site },
      aPolicy(),
      spam ? "spam" : "ham",
      weight,
    );
    learn(site, taught);
    return taught;
  });
}

describe("what a site learns", () => {
  it("is the sum of its unrevoked lessons to the bit, in any order of learning and unlearning", () => {
    fc.assert(
      fc.property(someLessons, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const site = emptySiteState();
        const lessons = teach(site, given);
        const kept = lessons.filter((_, i) => i % 2 === 0);
        const revoked = lessons.filter((_, i) => i % 2 === 1);
        const order = [...revoked].sort(() => (Number(numbers.next().value) % 3) - 1);
        for (const taught of order) unlearn(site, taught);
        const afresh = emptySiteState();
        for (const taught of [...kept].reverse()) learn(afresh, taught);
        expect(Buffer.compare(siteStateToBytes(site), siteStateToBytes(afresh))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("comes back from storage as it was", () => {
    const site = emptySiteState();
    const [taught] = teach(site, [{ words: ["casino", "moon"], spam: true, weight: 0.3 }]);
    expect([...siteStateFromBytes(siteStateToBytes(site)).table]).toEqual([...site.table]);
    expect(taught && lessonFromBytes(lessonToBytes(taught))).toEqual(taught);
  });

  it("moves the score of a like comment to the side it was taught", () => {
    const score = (spam: boolean) => {
      const site = emptySiteState();
      teach(site, Array(6).fill({ words: ["zorkmid", "frobnicate", "quux"], spam, weight: 1 }));
      return check(aSubject({ content: "zorkmid frobnicate quux" }), { starter, site }, aHistory(), aPolicy())
        .score;
    };
    expect(score(true)).toBeGreaterThan(score(false) + 1);
  });

  it("knows a word again in another form, in the site's own language", () => {
    const policy = aPolicy({ languages: ["es"] });
    const site = emptySiteState();
    for (let i = 0; i < 6; i++) {
      learn(site, lesson(aSubject({ content: "trabajaremos" }), { starter, site }, policy, "spam", 1));
      learn(site, lesson(aSubject({ content: "agradecimiento" }), { starter, site }, policy, "ham", 1));
    }
    const score = (content: string, languages: string[]) =>
      check(aSubject({ content }), { starter, site }, aHistory(), aPolicy({ languages })).score;
    expect(score("trabajamos", ["es"])).toBeGreaterThan(score("trabajamos", []) + 0.5);
  });

  it("does not depend on the order or the repetition of words", () => {
    const taught = (content: string) =>
      lesson(aSubject({ content }), aCorpus(), aPolicy(), "spam", 1).buckets;
    const sorted = (content: string) => [...taught(content)].sort((a, b) => a - b);
    expect(sorted("alpha beta gamma alpha beta gamma, tide")).toEqual(
      sorted("gamma tide alpha beta, gamma beta alpha"),
    );
  });
});
