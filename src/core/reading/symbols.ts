/**
 * Characters told apart as far as a search for words needs it: without case, digits as one, blanks as one; whatever is not ASCII
 * falls into the upper half, a letter and its other case alike.
 */
export const SYMBOLS = 128;
export const SPACE = 0;
export const DIGIT = 1;
const CONTROL = 2;
const SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~abcdefghijklmnopqrstuvwxyz";
const HALF = SYMBOLS / 2;

/** ASCII has as many signs as a set has bits. */
const MOST_SIGNS = 32;

/** The bits of some of ASCII's signs in a set of them. */
export const signsOf = (signs: string): number =>
  Array.from(signs).reduce((set, sign) => set | (1 << SIGNS.indexOf(sign)), 0);

/** By symbol: the bit of a sign, 0 for all else. */
export const SIGN_BITS = Int32Array.from({ length: SYMBOLS }, (_, symbol) => {
  const place = symbol - CONTROL - 1;
  return place >= 0 && place < MOST_SIGNS ? 1 << place : 0;
});

/** The symbol of a character by its code point. Those that take two UTF-16 units are one, and so are their halves. */
export function symbolOf(point: number): number {
  if (point > 0xffff || (point >= 0xd800 && point <= 0xdfff)) return HALF;
  const character = String.fromCharCode(point);
  if (/\s/.test(character)) return SPACE;
  const upper = character.toUpperCase();
  const cased = (upper.length === 1 ? upper : character).toLowerCase();
  const code = (cased.length === 1 ? cased : character).charCodeAt(0);
  if (code > 0x7f) return HALF + (code % HALF);
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  const sign = SIGNS.indexOf(String.fromCharCode(code));
  return sign < 0 ? CONTROL : CONTROL + 1 + sign;
}
