import { ASTRAL, HIDDEN, kindAt } from "./characters.ts";
import { FIELDS, MOST_PIECES, type Rewritten, unchanged } from "./rewrite.ts";
import { PLAIN_ASCII } from "./unseen.ts";

/** The frame of a key is seen. */
const FRAME = 0x20e3;
/** From a full-width form to its character in ASCII. */
const TO_ASCII = 0xfee0;
/** Arguments of one call. */
const PART = 4096;

let units = new Uint16Array(4096);

/**
 * A text without what nobody sees, and with narrow forms for the full-width ones that may stand in a host. Where most of a text is
 * hidden, pieces would be many: it is copied unit by unit.
 */
export function plainOf(text: string): Rewritten {
  if (PLAIN_ASCII.test(text) || !isUnplain(text)) return unchanged(text);
  if (units.length < text.length) units = new Uint16Array(text.length);
  const pieces: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const end = pieces.length < MOST_PIECES * FIELDS ? unseenEnd(text, at) : at;
    if (end > at) {
      pieces.push(length, length, at, end);
      at = end;
    } else {
      const unit = text.charCodeAt(at++);
      units[length++] = pieces.length < MOST_PIECES * FIELDS && isFullWidth(unit) ? unit - TO_ASCII : unit;
    }
  }
  let plain = "";
  for (let at = 0; at < length; at += PART)
    plain += String.fromCharCode.apply(
      null,
      units.subarray(at, Math.min(length, at + PART)) as unknown as number[],
    );
  return { text: plain, pieces };
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
