import { PRIME, SEED } from "../hash.ts";

/** What some words of ASCII letters are to searches that need one of them: bits of a set. */
export const PAGE = 1;
export const GOOD = 1 << 1;
export const PASS_ON = 1 << 2;
export const COME = 1 << 3;
export const BACK = 1 << 4;
export const KEEP = 1 << 5;
export const OURS = 1 << 6;
export const PLACE = 1 << 7;
export const AGENCY = 1 << 8;
/** Asks to go and see. */
export const PITCH = 1 << 9;
/** A digit in a word. */
export const DIGIT_WORD = 1 << 10;
/** A messenger's name that is short, or means other things, too. */
export const MESSENGER = 1 << 11;
/** The dot of an address, as it is said. */
export const SAID = 1 << 12;
/** Of money. */
export const UNIT = 1 << 13;

const SLOTS = 2 ** 13;
const told = new Uint16Array(SLOTS);

/** The slot of a word by where its FNV hash stands: other words may share it. */
export const slotOf = (value: number): number => (value ^ (value >>> 17)) & (SLOTS - 1);

/** What a word may be, by its slot. */
export const toldAt = (value: number): number => told[slotOf(value)] as number;

/** Has words be told from here on, in small letters. */
export function tell(kind: number, words: Iterable<string>): void {
  for (const word of words) {
    let value = SEED;
    for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), PRIME);
    const slot = slotOf(value);
    told[slot] = (told[slot] as number) | kind;
  }
}
