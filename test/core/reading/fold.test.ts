import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, lookalike } from "../../../src/core/reading/fold.ts";
import { UNSEEN } from "../../../src/core/reading/unseen.ts";

/** White letters on black discs and squares, and digits on discs, each from a first one on, with what it stands for. */
const ENCLOSED = [
  ["🅐", "abcdefghijklmnopqrstuvwxyz"],
  ["🅰", "abcdefghijklmnopqrstuvwxyz"],
  ["❶", "123456789"],
  ["➀", "123456789"],
  ["➊", "123456789"],
  ["⓵", "123456789"],
].flatMap(([first = "", plain = ""]) =>
  [...plain].map((letter, i) => [String.fromCodePoint((first.codePointAt(0) ?? 0) + i), letter] as const),
);

/** Step by step, over the whole text. */
function foldedWhole(text: string): string {
  const seen = text
    .normalize("NFKC")
    .slice(0, 16_384)
    .replace(new RegExp(`[${UNSEEN}]`, "gu"), "");
  const plain = ENCLOSED.reduce(
    (all, [enclosed, letter]) => all.replaceAll(enclosed, letter),
    seen,
  ).toLowerCase();
  const bare = plain
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Me}]/gu, "")
    .normalize("NFC");
  return bare.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /[a-z]/.test(word) ? word.replace(/\P{ASCII}/gu, lookalike) : word,
  );
}

const piece = fc.oneof(
  fc.constantFrom(
    ..."aZ 1éßİıΣς𝓪ａﷺﬃ가\u1100\u1161\u11a8ﾡﾞかﾞ漢рс\u0301\u0327\u093f\u200b\u00ad😀\ud800'-".split(""),
  ),
  fc.constantFrom("𝓪", "😀", "e\u0301", "casinо", "한국", "\u1100\u1161", "🅐", "🆉", "❾", "⓵", "o\u20dd"),
  fc.string({ unit: "binary", maxLength: 4 }),
);

describe("folding", () => {
  it("of a long text is that of the whole, piece by piece", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 4000 }),
        (pieces, length) => {
          const text = pieces.join("").repeat(length).slice(0, length);
          expect(fold(text)).toBe(foldedWhole(text));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("of one character is the same wherever it stands", () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => code < 0x3100 || code % 13 === 0 || code >= 0xf900,
    );
    const texts = codes.map((code) => `xя ${String.fromCharCode(code)}a${String.fromCharCode(code)} é`);
    expect(texts.filter((text) => fold(text) !== foldedWhole(text))).toEqual([]);
  });

  it("of letters, digits and signs of any script is that of the whole", () => {
    const letter = fc.constantFrom(..."aZ 19éÉßøŁжЖЩїѓαΩσςאبकか漢字한ｱ’“”…–!?.,'-\n");
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 200 }), (text) => {
        expect(fold(text)).toBe(foldedWhole(text));
      }),
      { numRuns: 500 },
    );
  });

  it("of ligatures ends where folded texts end", () => {
    expect(fold("ﷺ".repeat(16_384))).toBe(foldedWhole("ﷺ".repeat(16_384)));
  });
});
