const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a folded text, at most so many. */
export function firstWords(folded: string, most: number): string[] {
  const words: string[] = [];
  for (const match of folded.matchAll(WORD)) {
    words.push(match[0]);
    if (words.length >= most) break;
  }
  return words;
}

/** Whether a text holds letters of a script that is written without spaces: its words cannot be told apart by sight. */
export const isUnspaced = (text: string): boolean => UNSPACED.test(text);
