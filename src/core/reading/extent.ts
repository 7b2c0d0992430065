import { DENSE, kindAt } from "./characters.ts";
import { surveyOf } from "./survey.ts";

/** A character of some scripts says as much as two or three letters of an alphabet. */
const LETTERS_EACH = 2.5;

/** How much a text says, in letters of an alphabet: so that one sentence is as long in Chinese as in German. */
export function extentOf(text: string, ascii: boolean): number {
  if (ascii || (surveyOf(text).classes & DENSE) === 0) return text.length;
  let dense = 0;
  for (let at = 0; at < text.length; at++) if ((kindAt(text, at) & DENSE) !== 0) dense++;
  return Math.round(text.length + dense * (LETTERS_EACH - 1));
}
