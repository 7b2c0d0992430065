/** Scripts in which a character says as much as two or three letters of an alphabet. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LETTERS_EACH = 2.5;

/** How much a text says, in letters of an alphabet: so that one sentence is as long in Chinese as in German. */
export function extentOf(text: string, ascii: boolean): number {
  if (ascii) return text.length;
  const dense = text.match(DENSE)?.length ?? 0;
  return Math.round(text.length + dense * (LETTERS_EACH - 1));
}
