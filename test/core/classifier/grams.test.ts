import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAM_BUCKETS, GRAM_SHARE, gramsOf, scoreOfGrams } from "../../../src/core/classifier/grams.ts";
import { loadStarter } from "../../../src/core/classifier/starter.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { aComment } from "../a-comment.ts";

const letter = fc.constantFrom(...("aabcé1 '’-x漢я𝓪\u0301\n".match(/./gsu) ?? []));
const anyText = fc.oneof(
  fc.string({ unit: letter, maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: letter, minLength: 1190, maxLength: 1210 }),
);
const shipped = loadStarter().grams;
/** Weights that tell nearly each bucket from the others. */
const other = {
  codes: Uint8Array.from({ length: GRAM_BUCKETS }, (_, bucket) => bucket % 251),
  values: Float32Array.from({ length: 251 }, (_, i) => i * i),
};

function worth(content: string, { codes, values }: typeof shipped): number {
  const grams = gramsOf(read(aComment({ content }), []).folded);
  const sum = grams.reduce((total, gram) => total + (values[codes[gram] as number] as number), 0);
  return (GRAM_SHARE * sum) / Math.sqrt(Math.max(grams.length, 1));
}

const score = (content: string, weights: typeof shipped) =>
  scoreOfGrams(read(aComment({ content }), []), weights);

describe("runs of letters put together from words", () => {
  it("are worth half of what those of the whole text weigh, each once, over the root of their number", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        for (const weights of [shipped, other]) expect(score(content, weights)).toBe(worth(content, weights));
      }),
      { numRuns: 400 },
    );
  });

  it.each(["", "!!!", "a", "don't", "don't5 don't", "l'a b", "the the the"])("of %j", (content) => {
    expect(score(content, other)).toBe(worth(content, other));
  });

  it("weigh the same in any order: sums of the shipped weights are exact", () => {
    const { codes, values } = shipped;
    const weights = Array.from(codes, (code) => values[code] as number);
    const least = Math.min(...weights.filter((weight) => weight !== 0).map(Math.abs));
    const most = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    // A weight has 24 bits, a sum of them 53.
    expect(Math.log2(most / least) + 24).toBeLessThan(53);
    expect(GRAM_SHARE).toBe(0.5);
  });
});
