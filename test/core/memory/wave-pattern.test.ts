import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, patternOf, type Seen, without } from "../../../src/core/memory/wave-pattern.ts";
import { fingerprint } from "../../../src/core/reading/fingerprint.ts";
import { aSubject } from "../a-comment.ts";

const seen = (content: string, domains: string[] = [], name?: string): Seen => ({
  fingerprint: fingerprint(aSubject({ content })),
  domains,
  name,
});
const TEXT =
  "if you like this you should try the slots at our place tonight with a bonus for friends of this blog";
const other = "my grandmother kept bees behind the house and sold the honey on Saturdays in the town hall";
const half = "if you like this you should try the slots at our place";

const wave = [
  seen(TEXT, ["river.example"], "Dale"),
  seen(TEXT.replace("tonight", "today"), ["river.example"], "Lucky 77"),
  seen(TEXT.replace("friends", "readers"), ["river.example", "other.example"], "lucky 78"),
];
const pattern = patternOf(wave);
if (!pattern) throw new Error("the wave has nothing in common");

describe("a wave's pattern", () => {
  it.each([
    ["a near copy without its link", seen(TEXT.replace("bonus", "prize")), true],
    ["its domain under a name of its kind", seen("Short.", ["river.example"], "LUCKY 4"), true],
    ["its domain with half of its text", seen(`${half} and see`, ["river.example"], "Kim"), true],
    ["half of its text without its domain", seen(`${half} and see`, [], "Kim"), false],
    ["its domain alone", seen(other, ["river.example"], "Kim"), false],
    ["a name of its kind alone", seen(other, [], "Lucky 79"), false],
    ["a domain that one of it had", seen("Short.", ["other.example"], "Lucky 79"), false],
    ["another text", seen(other), false],
    ["nothing", seen(""), false],
  ])("fits, or not, %s", (_, comment, expected) => {
    expect(fits(pattern, comment)).toBe(expected);
  });

  it("holds no text, domain or name that could be read", () => {
    expect(JSON.stringify(pattern)).not.toMatch(/slots|river|lucky|dale/i);
  });

  it.each([
    ["texts too short and nothing else", [seen("Great!"), seen("Nice!")]],
    ["a domain, but neither texts nor names", [seen("Great!", ["a.example"]), seen("Nice!", ["a.example"])]],
    ["nothing at all", []],
  ])("is none for %s", (_, comments) => {
    expect(patternOf(comments)).toBeUndefined();
  });

  it("is made of domain and name where the texts are too short", () => {
    const short = patternOf([seen("Great!", ["a.example"], "bonus1"), seen("Wow!", ["a.example"], "bonus2")]);
    expect(short && fits(short, seen("Hm.", ["a.example"], "bonus33"))).toBe(true);
    expect(short && fits(short, seen("Hm.", ["b.example"], "bonus33"))).toBe(false);
  });
});

describe("an approval", () => {
  it("takes out of a pattern what it has in common with it, and leaves the rest", () => {
    const two = patternOf([seen(TEXT), seen(TEXT), seen(other), seen(other)]);
    const narrowed = two && without(two, seen(TEXT.replace("slots", "games")));
    expect(narrowed && [fits(narrowed, seen(TEXT)), fits(narrowed, seen(other))]).toEqual([false, true]);
  });

  it("ends a pattern of which nothing is left", () => {
    expect(without(pattern, seen(TEXT, ["river.example"]))).toBeUndefined();
  });

  const words = fc.array(fc.constantFrom("tide", "shell", "wall", "line", "bee", "honey"), {
    minLength: 4,
    maxLength: 20,
  });
  const comment = fc
    .tuple(
      words,
      fc.subarray(["a.example", "b.example", "c.example"]),
      fc.constantFrom("Kim", "Lu 1", "Lu 22"),
    )
    .map(([text, domains, name]) => seen(text.join(" "), domains, name));

  it("is never caught afterwards, and nothing is caught that was not before", () => {
    fc.assert(
      fc.property(
        fc.array(comment, { minLength: 2, maxLength: 8 }),
        comment,
        comment,
        (made, approved, any) => {
          const before = patternOf(made);
          const after = before && without(before, approved);
          if (!after) return;
          expect(fits(after, approved)).toBe(false);
          if (fits(after, any)) expect(fits(before, any)).toBe(true);
        },
      ),
    );
  });
});
