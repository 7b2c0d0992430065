import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import { lesson, stateOf } from "../../../src/core/classifier/learning.ts";
import type { StandingLesson } from "../../../src/core/classifier/lesson.ts";
import { aCorpus, aHistory, aPolicy, aSubject } from "../a-comment.ts";
import { bits } from "./a-lesson.ts";

const { starter } = aCorpus();
interface Given {
  readonly words: readonly string[];
  readonly spam: boolean;
  readonly weight: number;
}

const given = (words: readonly string[], spam: boolean, weight = 1): Given => ({ words, spam, weight });
const WORDS = ["tide", "bread", "casino", "loop", "http://a.example", "moon", "!!", "привет", "漢字"];
const someComments = (words: readonly string[], size: { minLength: number; maxLength: number }) =>
  fc.array(
    fc.record({
      words: fc.array(fc.constantFrom(...words), { maxLength: 12 }),
      spam: fc.boolean(),
      weight: fc.constantFrom(1, 0.3, 0.1),
    }),
    size,
  );

const lessonsOf = (all: readonly Given[], policy = aPolicy()): StandingLesson[] =>
  all.map(({ words, spam, weight }, i) => ({
    ...lesson(aSubject({ content: words.join(" ") }), starter, policy, spam ? "spam" : "ham", weight),
    source: "decision",
    id: String(i),
    mail: null,
    at: i,
  }));
const scoreOf = (content: string, lessons: readonly StandingLesson[], policy = aPolicy()) =>
  check(aSubject({ content }), { starter, site: stateOf(lessons) }, aHistory(), policy).score;

describe("what a site learns", () => {
  it("is what the standing lessons say: one taken back leaves no trace, to the bit", () => {
    fc.assert(
      fc.property(someComments(WORDS, { minLength: 1, maxLength: 12 }), fc.nat(), (comments, n) => {
        const lessons = lessonsOf(comments);
        const back = lessons[n % lessons.length];
        const rest = lessons.filter((one) => one !== back);
        const again = lessonsOf(comments).filter((_, i) => i !== n % lessons.length);
        stateOf(lessons);
        expect(bits(stateOf(rest))).toBe(bits(stateOf(again.reverse())));
      }),
      { numRuns: 40 },
    );
  });

  it("does not make a lesson depend on those before it", () => {
    const comment = given(["tide", "casino"], true);
    const [first] = lessonsOf([comment]);
    const [, , third] = lessonsOf([given(["casino"], true), given(["casino"], true), comment]);
    expect(third).toEqual({ ...first, id: "2", at: 2 });
  });

  it("moves the score of a like comment to the side it was taught", () => {
    const taught = (spam: boolean) =>
      scoreOf(
        "zorkmid frobnicate quux",
        lessonsOf(Array(6).fill(given(["zorkmid", "frobnicate", "quux"], spam))),
      );
    expect(taught(true)).toBeGreaterThan(taught(false) + 1);
  });

  it("knows a word again in another form, in the site's own language", () => {
    const policy = aPolicy({ languages: ["es"] });
    const lessons = lessonsOf(
      Array(6)
        .fill([given(["trabajaremos"], true), given(["agradecimiento"], false)])
        .flat(),
      policy,
    );
    const score = (languages: string[]) => scoreOf("trabajamos", lessons, aPolicy({ languages }));
    expect(score(["es"])).toBeGreaterThan(score([]) + 0.5);
  });

  it("is not owned by one decision: a comment of other words moves by less than one in log-odds", () => {
    const strange = "qadis velom rintar oplesk duvari manketo sibral ".repeat(4);
    const alike = someComments(WORDS, { minLength: 20, maxLength: 30 });
    fc.assert(
      fc.property(alike, fc.boolean(), (comments, spam) => {
        const lessons = lessonsOf(comments);
        const one = lessonsOf([...comments, given([strange, "http://b.example"], spam)]);
        const text = "I read it twice and still wonder about the second part.";
        expect(Math.abs(scoreOf(text, one) - scoreOf(text, lessons))).toBeLessThan(1);
      }),
      { numRuns: 25 },
    );
  });
});
