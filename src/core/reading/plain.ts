import { ASTRAL, HIDDEN, kindAt } from "./characters.ts";
import { FIELDS, MOST_PIECES, type Rewritten, unchanged } from "./rewrite.ts";
import { isPlainAscii } from "./survey.ts";

/** The frame of a key is seen. */
const FRAME = 0x20e3;
/** From a full-width form to its character in ASCII. */
const TO_ASCII = 0xfee0;
/** A text without what nobody sees, and with narrow forms for the full-width ones that may stand in a host. */
export function plainOf(text: string): Rewritten {
  if (isPlainAscii(text) || !isUnplain(text)) return unchanged(text);
  const pieces: number[] = [];
  const parts: string[] = [];
  let kept = 0;
  let length = 0;
  for (let at = 0; at < text.length && pieces.length < MOST_PIECES * FIELDS; ) {
    const end = unseenEnd(text, at);
    const wide = end > at ? end : wideEnd(text, at);
    if (wide === at) {
      at++;
      continue;
    }
    parts.push(text.slice(kept, at));
    length += at - kept;
    if (end > at) pieces.push(length, length, at, end);
    else {
      parts.push(narrow(text, at, wide));
      length += wide - at;
    }
    at = wide;
    kept = wide;
  }
  parts.push(text.slice(kept));
  return { text: parts.join(""), pieces };
}

function isUnplain(text: string): boolean {
  for (let at = 0; at < text.length; at++)
    if ((kindAt(text, at) & HIDDEN) !== 0 || isFullWidth(text.charCodeAt(at))) return true;
  return false;
}

/** Where a run of characters that nobody sees ends, which begins at a place. */
function unseenEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length && text.charCodeAt(at) !== FRAME; at++) {
    const kind = kindAt(text, at);
    if ((kind & HIDDEN) === 0) break;
    if ((kind & ASTRAL) !== 0) at++;
  }
  return at;
}

/** Hyphens, dots, digits and letters, which stand in the order of ASCII. */
const isFullWidth = (unit: number): boolean =>
  unit >= 0xff0d &&
  unit <= 0xff5a &&
  (unit <= 0xff0e ||
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    unit >= 0xff41);

function wideEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isFullWidth(text.charCodeAt(at))) at++;
  return at;
}

function narrow(text: string, from: number, to: number): string {
  let narrowed = "";
  for (let at = from; at < to; at++) narrowed += String.fromCharCode(text.charCodeAt(at) - TO_ASCII);
  return narrowed;
}
