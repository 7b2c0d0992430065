import { kindAt, LOWER, widthAt } from "../reading/characters.ts";
import { LINES } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

/** Where a line ends in mid-sentence, at a small letter or a comma, and goes on in lower case; undefined: nowhere. */
function wrap(text: string): { readonly start: number; readonly end: number } | undefined {
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    const next = text[at + 1] === " " ? at + 2 : at + 1;
    if (next >= text.length || (kindAt(text, next) & LOWER) === 0) continue;
    let last = text[at - 1] === "\r" ? at - 2 : at - 1;
    if (text[last] === " ") last--;
    if (last > 0 && widthAt(text, last - 1) === 2) last--;
    if (last >= 0 && (text[last] === "," || (kindAt(text, last) & LOWER) !== 0))
      return { start: last, end: next + widthAt(text, next) };
  }
  return undefined;
}

export const hardWrap: FittedSignal = {
  name: "hard-wrap",
  group: "text",
  needs: LINES,
  description: "A line break inside a sentence, as posting tools leave",
  detect({ content }) {
    const found = wrap(content);
    return (
      found && { strength: 1, evidence: "line break inside a sentence", span: { field: "content", ...found } }
    );
  },
};
