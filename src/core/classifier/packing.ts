/**
 * Numbers as text, a character each: gzip's Huffman codes then spend on each number what it is worth, which they cannot in
 * base64. Printable ASCII but the two characters that JSON escapes.
 */
const ALPHABET = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((character) => character !== '"' && character !== "\\")
  .join("");
/** The digit that says: so many, and more follows. */
const MORE = ALPHABET.length - 1;
/** Signed numbers reach as far on both sides. */
export const MOST_SIGNED = MORE / 2;
/** Low bits of a gap, written apart: they are as good as random. */
const LOW_BITS = 6;

const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Numbers from 0 to 92. */
export const packSmall = (numbers: Iterable<number>): string =>
  Array.from(numbers, (number) => ALPHABET[number]).join("");

export function unpackSmall(text: string): Uint8Array {
  const numbers = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) numbers[i] = VALUES[text.charCodeAt(i)] as number;
  return numbers;
}

/** Whole numbers from -46 to 46; `unpackSigned` multiplies them by a step. */
export const packSigned = (numbers: Iterable<number>): string =>
  packSmall(
    Array.from(numbers, (number) => Math.max(-MOST_SIGNED, Math.min(MOST_SIGNED, number)) + MOST_SIGNED),
  );

export function unpackSigned(text: string, step: number): Float32Array {
  const numbers = new Float32Array(text.length);
  for (let i = 0; i < text.length; i++)
    numbers[i] = ((VALUES[text.charCodeAt(i)] as number) - MOST_SIGNED) * step;
  return numbers;
}

/** Numbers as they were packed, a byte each, and what each byte stands for: a quarter of the memory to be looked at. */
export interface Coded {
  readonly codes: Uint8Array;
  readonly values: Float32Array;
}

/** What `unpackSigned` and `unpackRoots` make of a text, as codes. */
export const unpackCoded = (text: string, step: number): Coded => ({
  codes: unpackSmall(text),
  values: unpackSigned(ALPHABET, step),
});

export const unpackCodedRoots = (text: string, step: number): Coded => ({
  codes: unpackSmall(text),
  values: unpackRoots(ALPHABET, step),
});

/** A number by its root, which has its sign: fine among the small ones, which are many, without cutting off the large ones. */
export const squared = (root: number): number => root * Math.abs(root);

/** Numbers by their roots, in steps of a root; `unpackRoots` squares them again. */
export const packRoots = (numbers: Iterable<number>, step: number): string =>
  packSigned(
    Array.from(numbers, (number) => Math.round((Math.sign(number) * Math.sqrt(Math.abs(number))) / step)),
  );

export const unpackRoots = (text: string, step: number): Float32Array =>
  unpackSigned(text, step).map(squared);

/** Rising numbers by the gaps between them: all high parts, then all low ones. */
export function packRising(numbers: Iterable<number>): { high: string; low: string } {
  let before = 0;
  let high = "";
  let low = "";
  for (const number of numbers) {
    const gap = number - before;
    before = number;
    low += ALPHABET[gap & (2 ** LOW_BITS - 1)];
    let rest = Math.floor(gap / 2 ** LOW_BITS);
    for (; rest >= MORE; rest -= MORE) high += ALPHABET[MORE];
    high += ALPHABET[rest];
  }
  return { high, low };
}

export function unpackRising({ high, low }: { high: string; low: string }): Uint32Array {
  const numbers = new Uint32Array(low.length);
  let before = 0;
  let at = 0;
  for (let i = 0; i < low.length; i++) {
    let rest = 0;
    let digit = VALUES[high.charCodeAt(at++)] as number;
    for (; digit === MORE; digit = VALUES[high.charCodeAt(at++)] as number) rest += MORE;
    before += (rest + digit) * 2 ** LOW_BITS + (VALUES[low.charCodeAt(i)] as number);
    numbers[i] = before;
  }
  return numbers;
}
