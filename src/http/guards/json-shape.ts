/** How deep a body of this API may be nested, and how many values it may hold: its own have 5 and 2,100 at most. */
export const MOST_DEEP = 64;
export const MOST_VALUES = 10_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What is wrong with the shape of a text of JSON, seen in one pass before it is parsed; undefined: nothing. */
export function shapeFault(text: string): string | undefined {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA) values++;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth++;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
    if (depth > MOST_DEEP) return `The body may be nested ${MOST_DEEP} deep.`;
    if (values > MOST_VALUES) return `The body may hold ${MOST_VALUES} values.`;
  }
  return undefined;
}

/** Where a string ends that begins at a quote; the end of all: nowhere. */
function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}
