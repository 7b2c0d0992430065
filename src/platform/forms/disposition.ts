const QUOTE = 0x22;
const STAR = 0x2a;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const SPACE = 0x20;

/** A part of some bytes. */
export interface Range {
  readonly from: number;
  readonly end: number;
}

const HEADER = "content-disposition:";

/**
 * Where a field's name stands in a header line of its part, without quotes. Undefined: the line says nothing of a name, or
 * that the part is a file.
 */
export function nameIn(bytes: Uint8Array, from: number, end: number): Range | undefined {
  if (!says(bytes, HEADER, from)) return undefined;
  let name: Range | undefined;
  for (let at = from + HEADER.length; at < end; at++) {
    if (bytes[at] === QUOTE) at = quoteAfter(bytes, at, end);
    else if (bytes[at] === SEMICOLON) {
      const word = afterBlanks(bytes, at + 1, end);
      if (isFile(bytes, word)) return undefined;
      if (name || !says(bytes, "name=", word)) continue;
      name = valueAt(bytes, word + "name=".length, end);
      if (name) at = name.end - (bytes[name.end] === QUOTE ? 0 : 1);
    }
  }
  return name;
}

/** Whether a text in lower case stands at a place, in whatever case. */
function says(bytes: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const byte = bytes[at + i] as number;
    const lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    if (lower !== text.charCodeAt(i)) return false;
  }
  return true;
}

function isFile(bytes: Uint8Array, at: number): boolean {
  if (!says(bytes, "filename", at)) return false;
  const after = at + "filename".length;
  return bytes[after] === EQUALS || (bytes[after] === STAR && bytes[after + 1] === EQUALS);
}

/** Undefined: a quote that does not end, or nothing. */
function valueAt(bytes: Uint8Array, from: number, end: number): Range | undefined {
  if (bytes[from] === QUOTE) {
    const last = quoteAfter(bytes, from, end);
    return last < end ? { from: from + 1, end: last } : undefined;
  }
  let last = from;
  while (last < end && !endsWord(bytes[last] as number)) last++;
  return last > from ? { from, end: last } : undefined;
}

const endsWord = (byte: number): boolean => byte <= SPACE || byte === SEMICOLON || byte === QUOTE;

/** Where the quote stands that ends what another begins; the end of all: nowhere. It looks no further than to the next part's. */
function quoteAfter(bytes: Uint8Array, quote: number, end: number): number {
  const at = bytes.indexOf(QUOTE, quote + 1);
  return at < 0 || at > end ? end : at;
}

function afterBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] as number) <= SPACE) at++;
  return at;
}
