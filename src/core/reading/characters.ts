import { symbolOf } from "./symbols.ts";
import { UNSEEN } from "./unseen.ts";

/** What a character is, by Unicode: bits of a set, so that one look at a text tells all that is in it. */
export const LETTER = 1;
export const MARK = 1 << 1;
export const NUMBER = 1 << 2;
export const UPPER = 1 << 3;
export const LOWER = 1 << 4;
export const LATIN = 1 << 5;
/** Of a script in which a character says as much as two or three letters of an alphabet. */
export const DENSE = 1 << 6;
/** Of a script that is written without spaces between words. */
export const UNSPACED = 1 << 7;
/** Nobody sees it. */
export const HIDDEN = 1 << 8;
export const PICTURE = 1 << 9;
/** Of an alphabet with letters that look Latin. */
export const ALIKE = 1 << 10;
/** A letter or digit in a circle, a square, full width or an alphabet of mathematics. */
export const STYLED = 1 << 11;
/** A digit of another script than the Latin one. */
export const OTHER_DIGIT = 1 << 12;
/** A sign that stands for a digit in Chinese. */
export const DIGIT_SIGN = 1 << 13;
/** An accent that belongs to no script. */
export const ACCENT = 1 << 14;
export const BLANK = 1 << 15;
export const NOT_ASCII = 1 << 16;
/** An ASCII letter or digit. */
export const ALNUM = 1 << 17;
export const DIGIT_BIT = 18;
/** What people put between letters that they pull apart. */
export const GAP = 1 << 19;
/** It takes two UTF-16 units. */
export const ASTRAL = 1 << 20;
export const LINE_BREAK = 1 << 21;
/** Where the symbol stands in what is known of a character. */
export const SYMBOL = 24;
export const symbolIn = (kind: number): number => kind >>> SYMBOL;

/** Latin, Cyrillic and Greek have letters and digits in these forms. */
const STYLES =
  "\\u2070-\\u209c\\u2460-\\u24ff\\ufe50-\\ufe6b／＠＿＋－：０-９Ａ-Ｚａ-ｚ\\u1d00-\\u1d22\\u026a\\u0274\\u0280\\u028f\\u0299\\u029c\\u029f\\ua730\\ua731" +
  "\\u{1d400}-\\u{1d7ff}\\u{1f100}-\\u{1f169}\\u{1f170}-\\u{1f189}";

/** Each class as a set of characters; a page of the table is filled by searching it for runs of them. */
const CLASSES: readonly (readonly [bit: number, runs: RegExp])[] = Object.entries({
  "\\p{L}": LETTER,
  "\\p{M}": MARK,
  "\\p{N}": NUMBER,
  "\\p{Lu}": UPPER,
  "\\p{Ll}": LOWER,
  "\\p{Script=Latin}": LATIN,
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}": DENSE,
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}":
    UNSPACED,
  [`${UNSEEN}\\u20e3`]: HIDDEN,
  "\\p{Extended_Pictographic}": PICTURE,
  "\\u0370-\\u052f\\u0561-\\u0587\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}": ALIKE,
  [STYLES]: STYLED,
  "\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0a66-\\u0a6f\\u0ae6-\\u0aef\\u0b66-\\u0b6f\\u0be6-\\u0bef\\u0c66-\\u0c6f\\u0ce6-\\u0cef\\u0d66-\\u0d6f\\u0e50-\\u0e59\\u0ed0-\\u0ed9\\u1040-\\u1049\\u17e0-\\u17e9\\uff10-\\uff19":
    OTHER_DIGIT,
  零〇洞一壹幺二贰三叁四肆五伍六陆七柒拐八捌九玖: DIGIT_SIGN,
  "\\p{Script=Inherited}": ACCENT,
  "\\s": BLANK,
  "\\u0080-\\u{10ffff}": NOT_ASCII,
  "a-zA-Z0-9": ALNUM,
  "0-9": 1 << DIGIT_BIT,
  "\\s._*|~【】-": GAP,
  "\\u{10000}-\\u{10ffff}": ASTRAL,
  "\\n": LINE_BREAK,
}).map(([set, bit]) => [bit, new RegExp(`[${set}]+`, "gu")]);

const PAGE = 256;
const pages: (Uint32Array | undefined)[] = new Array(0x110000 / PAGE).fill(undefined);

/** The classes of a character, by its code point, and its symbol. */
export const kindOf = (code: number): number =>
  ((pages[code >> 8] ?? pageOf(code >> 8)) as Uint32Array)[code & (PAGE - 1)] as number;

/** Made when the first character of a page is met: most of Unicode never is. */
function pageOf(number: number): Uint32Array {
  const first = number * PAGE;
  const page = Uint32Array.from({ length: PAGE }, (_, i) => symbolOf(first + i) << SYMBOL);
  const width = first > 0xffff ? 2 : 1;
  const text = String.fromCodePoint(...Array.from(page, (_, i) => first + i));
  for (const [bit, runs] of CLASSES)
    for (const { index, 0: run } of text.matchAll(runs))
      for (let at = index; at < index + run.length; at += width)
        page[at / width] = (page[at / width] as number) | bit;
  pages[number] = page;
  return page;
}

/** The first page, which most texts need no other than. */
export const BASIC = pageOf(0);

/** `charCodeAt`, named apart from texts, which come in many forms: engines would look the method up for each character. */
export const unitAt = String.prototype.charCodeAt;

/** The kind of the character that a unit begins, or is. */
export function kindAt(text: string, at: number): number {
  const unit = unitAt.call(text, at);
  if (unit < PAGE) return BASIC[unit] as number;
  return kindOf(unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(at) as number) : unit);
}

/** The units of the character at a place. */
export function widthAt(text: string, at: number): number {
  const unit = unitAt.call(text, at);
  return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}
