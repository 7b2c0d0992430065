/** FNV-1a's beginning, as a signed integer, and its factor. */
export const SEED = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, unsigned 32 bits; the same everywhere and for ever, as models are stored by it. */
export const hash = (text: string): number => hashAfter(SEED, text);

/** The hash of a text that goes on behind a beginning, without the two being joined. */
export const hashAfter = (begun: number, text: string): number => mixed(after(begun, text));

/** Where the hash of a text that begins so stands behind its beginning. */
export const beginning = (text: string): number => after(SEED, text);

function after(begun: number, text: string): number {
  let value = begun;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return value;
}

/** The last step of MurmurHash3: FNV's low bits mix badly. */
export function mixed(value: number): number {
  let better = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  better = Math.imul(better ^ (better >>> 13), 0xc2b2ae35);
  return (better ^ (better >>> 16)) >>> 0;
}
