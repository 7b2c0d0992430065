/** Part of a text, in UTF-16 units. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A text after pieces of it were replaced. */
export interface Rewritten {
  readonly text: string;
  /** Four numbers for each piece whose length changed: where it begins and ends now, where it began and ended before. */
  readonly pieces: readonly number[];
}

export const FIELDS = 4;
/** Pieces that are replaced: nobody writes so many, and the time to read a text has an end. */
export const MOST_PIECES = 8000;

/** Replaces the matches of a global pattern, none of them empty, and remembers where each stood. */
export function rewrite(text: string, pattern: RegExp, replacement: (match: string) => string): Rewritten {
  const pieces: number[] = [];
  let rewritten = "";
  let end = 0;
  pattern.lastIndex = 0;
  while (pieces.length < MOST_PIECES * FIELDS) {
    const match = pattern.exec(text);
    if (match === null) break;
    const [piece] = match;
    const by = replacement(piece);
    rewritten += text.slice(end, match.index) + by;
    end = match.index + piece.length;
    if (by.length !== piece.length)
      pieces.push(rewritten.length - by.length, rewritten.length, match.index, end);
  }
  return { text: rewritten + text.slice(end), pieces };
}

/** A text of which nothing was moved. */
export const unchanged = (text: string): Rewritten => ({ text, pieces: NONE });

const NONE: readonly number[] = [];

/** Where a part of a rewritten text stood before. A replaced piece counts as a whole. */
export const before = ({ pieces }: Rewritten, { start, end }: Part): Part =>
  pieces.length === 0 ? { start, end } : { start: startBefore(pieces, start), end: endBefore(pieces, end) };

function startBefore(pieces: readonly number[], start: number): number {
  const at = lastBelow(pieces, start + 1);
  if (at < 0) return start;
  const [, endNow, began, ended] = pieces.slice(at, at + FIELDS) as [number, number, number, number];
  return start < endNow ? began : ended + start - endNow;
}

function endBefore(pieces: readonly number[], end: number): number {
  const at = lastBelow(pieces, end);
  if (at < 0) return end;
  const [, endNow, , ended] = pieces.slice(at, at + FIELDS) as [number, number, number, number];
  return ended + Math.max(0, end - endNow);
}

/** Where the last piece stands among the numbers that begins before a place; below zero: none does. */
function lastBelow(pieces: readonly number[], place: number): number {
  let low = 0;
  let high = pieces.length / FIELDS;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle * FIELDS] as number) < place) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * FIELDS;
}
