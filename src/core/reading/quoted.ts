import { kindOf, UNSPACED } from "./characters.ts";
import { IN_WORD } from "./words.ts";

/** A word is hardly ever longer, UTF-16 units: beyond it a run of letters is none. */
const REACH = 24;

/** What of a text is told as evidence: the whole words that a match touches; a long one ends with a whole word and "…". */
export function quoted(text: string, { 0: match, index = 0 }: RegExpMatchArray, most: number): string {
  const start = index + match.length - match.trimStart().length;
  const end = index + match.trimEnd().length;
  return shortened(text.slice(wordStart(text, start), wordEnd(text, Math.max(start, end))).trim(), most);
}

/** The first whole words of a text, and "…" for the rest; a single word that is longer is cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.slice(0, most + 1).search(/\s+\S*$/);
  return `${space > 0 ? text.slice(0, space) : [...text.slice(0, most)].slice(0, -1).join("")}…`;
}

/** Half a character is no letter: what stands beside it is told apart. */
function goesOn(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return false;
  const before = kindOf(text.charCodeAt(at - 1));
  const next = kindOf(text.charCodeAt(at));
  return (before & IN_WORD) !== 0 && (next & IN_WORD) !== 0 && ((before | next) & UNSPACED) === 0;
}

function wordStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < REACH && goesOn(text, at)) at--;
  return from - at < REACH ? at : from;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < REACH && goesOn(text, at)) at++;
  return at - from < REACH ? at : from;
}
