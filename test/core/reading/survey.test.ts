import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACCENT,
  BLANK,
  DENSE,
  HIDDEN,
  kindOf,
  LATIN,
  LETTER,
  LOWER,
  MARK,
  NOT_ASCII,
  NUMBER,
  OTHER_DIGIT,
  PICTURE,
  STYLED,
  UNSPACED,
  UPPER,
} from "../../../src/core/reading/characters.ts";
import { literalIn, mayHold } from "../../../src/core/reading/needs.ts";
import { surveyOf, symbolAt } from "../../../src/core/reading/survey.ts";
import { tell } from "../../../src/core/reading/told-words.ts";
import { firstWords, isUnspaced, letterRuns } from "../../../src/core/reading/words.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc
    .array(fc.constantFrom(..."aAbZ 09.*_-~'’éßſKİıяЯ漢あ한ไ１٣😀𝓪\u0301\u200b\n\u00a0\ud800"), {
      maxLength: 60,
    })
    .map((characters) => characters.join("")),
);
/** All of the first planes' letters that differ, then one in so many. */
const codes = Array.from({ length: 0x3100 }, (_, code) => code).concat(
  Array.from({ length: (0x20000 - 0x3100) / 13 }, (_, i) => 0x3100 + i * 13),
);

describe("what is known of a character", () => {
  it.each([
    ["a letter", LETTER, /\p{L}/u],
    ["a mark", MARK, /\p{M}/u],
    ["a number", NUMBER, /\p{N}/u],
    ["a capital", UPPER, /\p{Lu}/u],
    ["a small letter", LOWER, /\p{Ll}/u],
    ["Latin", LATIN, /\p{Script=Latin}/u],
    ["dense", DENSE, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
    [
      "unspaced",
      UNSPACED,
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
    ],
    ["a picture", PICTURE, /\p{Extended_Pictographic}/u],
    ["an accent of any script", ACCENT, /\p{Script=Inherited}/u],
    ["a blank", BLANK, /\s/u],
    ["no ASCII", NOT_ASCII, /\P{ASCII}/u],
  ])("is that it is %s, as Unicode says", (_, bit, pattern) => {
    const wrong = codes.filter(
      (code) => pattern.test(String.fromCodePoint(code)) !== ((kindOf(code) & bit) !== 0),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ["\u200b", HIDDEN],
    ["\u0007", HIDDEN],
    ["ａ", STYLED],
    ["𝓪", STYLED],
    ["٣", OTHER_DIGIT],
  ])("is what hides letters and digits: %j", (character, bit) => {
    expect(kindOf(character.codePointAt(0) as number) & bit).toBe(bit);
  });

  it("is one symbol for all cases of a letter", () => {
    const letters = codes.map((code) => String.fromCodePoint(code)).filter((one) => /\p{L}/u.test(one));
    const casesOf = (letter: string) =>
      [letter.toLowerCase(), letter.toUpperCase()].filter(
        (other) => other.length === letter.length && new RegExp(letter, "iu").test(other),
      );
    const wrong = letters.filter((letter) =>
      casesOf(letter).some((other) => symbolAt(other, 0) !== symbolAt(letter, 0)),
    );
    expect(wrong).toEqual([]);
  });
});

describe("one look at a text", () => {
  it("counts its digits, its longest run of letters and digits, and what is repeated or alone", () => {
    const told = ({ digits, longest, repeated, alone }: ReturnType<typeof surveyOf>) => [
      digits,
      longest,
      repeated,
      alone,
    ];
    expect(told(surveyOf("call 0170, aaaa"))).toEqual([4, 4, 3, 0]);
    expect(told(surveyOf("(v i a g r a) b"))).toEqual([0, 1, 0, 4]);
    expect(told(surveyOf("𝓥 𝓲 𝓪"))).toEqual([0, 0, 0, 3]);
    expect(told(surveyOf(""))).toEqual([0, 0, 0, 0]);
  });

  it("never misses a literal, whatever its case and the blanks beside it", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, literal, after) => {
        fc.pre(literal !== "");
        const may = mayHold(literal);
        expect(may(surveyOf(`${before}${literal}${after}`))).toBe(true);
        expect(
          may(surveyOf(before + literal.toLowerCase() + after)) ||
            literal.toLowerCase().length !== literal.length,
        ).toBe(true);
      }),
    );
    expect(mayHold(" at ")(surveyOf("AT"))).toBe(true);
    expect(mayHold("0a")(surveyOf("7A"))).toBe(true);
  });

  it("tells what is not there", () => {
    const survey = surveyOf("Nothing to see, move on");
    expect([mayHold("@")(survey), mayHold("whatsapp")(survey), mayHold()(survey)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([mayHold("x", "move")(survey), mayHold("thing")(survey)]).toEqual([true, true]);
  });

  it.each([
    ["whats\\s?app", "whats"],
    ["we\\s?chat", "chat"],
    ["телег[иою]", "телег"],
    ["telegramm?", "telegram"],
    ["qq", "qq"],
  ])("knows what of a pattern is always there: %s", (pattern, literal) => {
    expect(literalIn(pattern)).toBe(literal);
  });
});

describe("words that a search needs", () => {
  it("are told wherever they stand by themselves, in whatever case", () => {
    tell(1 << 14, ["zyxwv", "zyx12"]);
    const told = (text: string) => (surveyOf(text).told >> 14) & 1;
    expect(["zyxwv", "a ZyxWV.", "é_zyxwv-", "(ZYX12)"].map(told)).toEqual([1, 1, 1, 1]);
    expect(["", "zyxw", "zyxwvv", "zyx 12"].map(told)).toEqual([0, 0, 0, 0]);
  });

  it("are counted where they are digits", () => {
    expect(surveyOf("One two, THREE-four").digitWords).toBe(4);
    expect(surveyOf("None of it").digitWords).toBe(0);
  });

  it("are forgotten with the text of which the look was not finished", () => {
    expect(surveyOf("seen before").told).toBe(surveyOf("seen before").told);
    const texts = Array.from({ length: 7 }, (_, i) => `other ${i}`);
    const { longest } = surveyOf("the first of eight");
    for (const text of texts) surveyOf(text);
    expect(() => surveyOf(undefined as unknown as string)).toThrow();
    expect(surveyOf("the first of eight").longest).toBe(longest);
    expect(mayHold("first")(surveyOf("the first of eight"))).toBe(true);
  });
});

describe("the words of a text", () => {
  it("are letters, marks and digits, with one apostrophe before more letters", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 9 }), (text, most) => {
        const expected = (text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []).slice(0, most);
        expect(firstWords(text, most)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("are runs of three letters and more where nothing else counts, long ones in pieces", () => {
    const any = fc.oneof(anyText, fc.stringMatching(/^(?:[a-zé]{0,60}[.1 ]?){0,4}$/u));
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 9 }), (text, most) => {
        expect(letterRuns(text, most)).toEqual((text.match(/\p{L}{3,25}/gu) ?? []).slice(0, most));
      }),
      { numRuns: 500 },
    );
  });

  it("are not told apart where a script has no spaces", () => {
    expect(["casino", "한국어", "漢字", "ไทย"].map(isUnspaced)).toEqual([false, false, true, true]);
  });
});
