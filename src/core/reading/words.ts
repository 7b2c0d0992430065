import { BASIC, kindAt, LETTER, MARK, NUMBER, UNSPACED, widthAt } from "./characters.ts";

/** What words are made of. */
export const IN_WORD = LETTER | MARK | NUMBER;

/** The words of a folded text, at most so many: letters, marks and digits, and one apostrophe with letters behind it. */
export function firstWords(folded: string, most: number): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < folded.length && words.length < most) {
    const start = at;
    at = wordEnd(folded, start);
    if (at === start) at++;
    else words.push(folded.slice(start, at));
  }
  return words;
}

/** Where the word ends that begins at a place of a folded text: the place itself, if none does. */
export function wordEnd(folded: string, start: number): number {
  const at = runEnd(folded, start, IN_WORD);
  if (at === start || at >= folded.length) return at;
  const mark = folded.charCodeAt(at);
  if (mark !== 0x27 && mark !== 0x2019) return at;
  const end = runEnd(folded, at + 1, LETTER);
  return end > at + 1 ? end : at;
}

const SHORTEST_RUN = 3;
const LONGEST_RUN = 25;

/** The first runs of three or more letters in a text, at most so many; longer ones than 25 in pieces. */
export function letterRuns(text: string, most: number): string[] {
  const runs: string[] = [];
  let start = 0;
  let letters = 0;
  for (let at = 0; at <= text.length && runs.length < most; ) {
    const goesOn = at < text.length && (kindAt(text, at) & LETTER) !== 0;
    if (!goesOn || letters === LONGEST_RUN) {
      if (letters >= SHORTEST_RUN) runs.push(text.slice(start, at));
      start = at;
      letters = 0;
    }
    const width = at < text.length ? widthAt(text, at) : 1;
    at += width;
    if (goesOn) letters++;
    else start = at;
  }
  return runs;
}

/** Where a run of characters of some classes ends that begins at a place. */
function runEnd(text: string, from: number, classes: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < BASIC.length) {
      if (((BASIC[unit] as number) & classes) === 0) return at;
    } else {
      if ((kindAt(text, at) & classes) === 0) return at;
      at += widthAt(text, at) - 1;
    }
  }
  return at;
}

/** Whether a text holds letters of a script that is written without spaces: its words cannot be told apart by sight. */
export function isUnspaced(text: string): boolean {
  for (let at = 0; at < text.length; at++) if ((kindAt(text, at) & UNSPACED) !== 0) return true;
  return false;
}
