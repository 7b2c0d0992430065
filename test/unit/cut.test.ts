import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutBytes, cuts, cutText, ignored, warningsOf } from "../../src/contract/as-meant.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;
const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

describe("a text that is cut", () => {
  it.each([
    ["not at all if it fits", "abc", 3, "abc"],
    ["at its limit", "abcd", 3, "abc"],
    ["before a pair of surrogates", "ab😀", 3, "ab"],
    ["before a letter with its accent", "abe\u0301", 3, "ab"],
    ["before a family", "ab👨‍👩‍👧", 7, "ab"],
    ["before a flag", "ab🇸🇮", 4, "ab"],
    ["at its limit if one character has no end", `a${"\u0301".repeat(300)}`, 200, `a${"\u0301".repeat(199)}`],
  ])("is cut %s", (_, text, limit, expected) => {
    expect(cutText(text, limit)).toBe(expected);
  });

  it("is a start of the text within the limit, in units or bytes, and never half a surrogate pair", () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, limit) => {
        const split = (cut: string) =>
          /[\ud800-\udbff]$/.test(cut) && /^[\udc00-\udfff]/.test(text.slice(cut.length));
        for (const [cut, size] of [
          [cutText(text, limit), text.length],
          [cutBytes(text, limit), bytes(text)],
        ] as const) {
          expect(text.startsWith(cut)).toBe(true);
          expect(split(cut)).toBe(false);
          if (size <= limit) expect(cut).toBe(text);
        }
        expect(cutText(text, limit).length).toBeLessThanOrEqual(limit);
        expect(bytes(cutBytes(text, limit))).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it("is the same when it is cut again", () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, limit) => {
        const once = cutBytes(text, limit);
        expect(cutBytes(once, limit)).toBe(once);
      }),
    );
  });
});

describe("the warnings", () => {
  it("name each text that became shorter, and nothing else", () => {
    const sent = { content: "é!", author: { name: "Ada B", url: 5 }, post: { tags: ["ab", "c"] }, more: "x" };
    const read = { content: "é", author: { name: "Ada" }, post: { tags: ["a", "c"] }, type: "comment" };
    expect(cuts(sent, read)).toEqual([
      { pointer: "#/content", detail: "cut to 2 bytes" },
      { pointer: "#/author/name", detail: "cut to 3 characters" },
      { pointer: "#/post/tags/0", detail: "cut to 1 characters" },
    ]);
    expect(cuts(null, read)).toEqual([]);
  });
});

describe("what is told of a submission", () => {
  it("is what was cut of it and what is not known in it, in the same order however it is found out", () => {
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("", "a", "ab", "abc", 1, true, null),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("content", "name", "a/b", "__proto__", "tags"), tie("value"), {
          maxKeys: 4,
        }),
      ),
    }));
    fc.assert(
      fc.property(values.value, values.value, (meant, read) => {
        expect(warningsOf(meant, read)).toEqual([...cuts(meant, read), ...ignored(meant, read)]);
      }),
    );
  });
});
