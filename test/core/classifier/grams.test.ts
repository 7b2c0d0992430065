import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAM_SHARE, gramsOf, gramsOfWords } from "../../../src/core/classifier/grams.ts";
import { loadStarter } from "../../../src/core/classifier/starter.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { aComment } from "../a-comment.ts";

const letter = fc.constantFrom(...("aabcé1 '’-x漢я𝓪\u0301\n".match(/./gsu) ?? []));
const anyText = fc.oneof(
  fc.string({ unit: letter, maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: letter, minLength: 1190, maxLength: 1210 }),
);
const sorted = (buckets: Uint16Array) => [...buckets].sort((a, b) => a - b);

describe("runs of letters put together from words", () => {
  it("are those of the whole text, each once", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const subject = read(aComment({ content }), []);
        expect(sorted(gramsOfWords(subject))).toEqual(sorted(gramsOf(subject.folded)));
      }),
      { numRuns: 400 },
    );
  });

  it.each(["", "!!!", "a", "don't", "don't5 don't", "l'a b", "the the the"])("of %j", (content) => {
    const subject = read(aComment({ content }), []);
    expect(sorted(gramsOfWords(subject))).toEqual(sorted(gramsOf(subject.folded)));
  });

  it("weigh the same in any order: sums of the shipped weights are exact", () => {
    const { codes, values } = loadStarter().grams;
    const weights = Array.from(codes, (code) => values[code] as number);
    const least = Math.min(...weights.filter((weight) => weight !== 0).map(Math.abs));
    const most = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    // A weight has 24 bits, a sum of them 53.
    expect(Math.log2(most / least) + 24).toBeLessThan(53);
    expect(GRAM_SHARE).toBe(0.5);
  });
});
