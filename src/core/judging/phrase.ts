import { lookalike } from "../reading/fold.ts";
import { firstWords, isUnspaced } from "../reading/words.ts";

/** Letters that Arabic and Persian keyboards write differently, and the stroke that only stretches a word. */
const ARABIC: Readonly<Record<string, string>> = { ی: "ي", ى: "ي", ک: "ك", ہ: "ه", ھ: "ه", ـ: "" };
const WRITTEN_TWO_WAYS = /[یىکہھـ]/g;
const APOSTROPHES = /[’ʼ＇`´]/g;

/**
 * Words with one space around each, as a text's and an entry's are compared: what keyboards and capitals write in two ways is
 * one here. ß is in capitals SS.
 */
export function phraseOf(folded: string): string {
  const plain = folded
    .replace(WRITTEN_TWO_WAYS, (letter) => ARABIC[letter] as string)
    .replace(APOSTROPHES, "'")
    .replaceAll("ß", "ss");
  return ` ${firstWords(plain, Number.POSITIVE_INFINITY).join(" ")} `;
}

/**
 * A phrase of another script as it is folded where Latin letters stand among its own: `кaзинo`. Undefined: there is no
 * difference, or nothing but Latin letters is left, which would be another word.
 */
export function skeletonOf(phrase: string): string | undefined {
  const skeleton = [...phrase].map(lookalike).join("");
  return skeleton === phrase || /^\p{ASCII}*$/u.test(skeleton) ? undefined : skeleton;
}

/** Signs that set part of a word in bold or italics. */
const EMPHASIS = /(?<=\p{L})[*_~\\]{1,3}(?=\p{L})/gu;

/** The phrases that a folded text is searched as: as it is, and as it looks where signs of emphasis stand within its words. */
export function phrasesOf(folded: string): string[] {
  const joined = folded.replace(EMPHASIS, "");
  return joined === folded ? [phraseOf(folded)] : [phraseOf(folded), phraseOf(joined)];
}

/** Korean joins words to one another and to what follows them: 온라인카지노에서. */
const HANGUL = /\p{Script=Hangul}/u;
const isJoined = (letter: string): boolean => isUnspaced(letter) || HANGUL.test(letter);
/** And, then, with, as, to, for, and the article, which Arabic and Hebrew write as one with the word behind them. */
const PREFIXES: readonly (readonly [letter: RegExp, prefix: RegExp])[] = [
  [/\p{Script=Arabic}/u, /^[وف]?(?:[بكل]?ال|لل|[بكلس])?$/],
  [/\p{Script=Hebrew}/u, /^[והבלמשכ]{1,3}$/],
];
/** A short word with such a letter before it is another word. */
const LEAST = 4;

/** Whether a phrase stands in another: as whole words, but inside them where words are written without spaces. */
export function holds(text: string, wanted: string): boolean {
  const parts = (beside: string, letter: string) => beside === " " || isJoined(beside) || isJoined(letter);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const begins = parts(text[at - 1] as string, wanted[0] as string) || isPrefixed(text, at, wanted);
    if (begins && parts(text[end] as string, wanted.at(-1) as string)) return true;
  }
  return false;
}

/** Whether what stands before a word, and is written as one with it, is of no weight. */
function isPrefixed(text: string, at: number, wanted: string): boolean {
  const word = wanted.split(" ", 1)[0] as string;
  const prefix = text.slice(text.lastIndexOf(" ", at - 1) + 1, at);
  const known = PREFIXES.find(([letter]) => letter.test(word));
  return known !== undefined && word.length >= LEAST && known[1].test(prefix);
}
