import { kindAt, LOWER, UPPER } from "../reading/characters.ts";
import { NAME } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

/** Small words inside names of people, in many languages. */
const PARTICLES = new Set(
  "de da do das dos del della di du le la les van von der den ter ten zu zur af av bin ibn bint al el y e i".split(
    " ",
  ),
);
/** A word that begins with a capital, an initial, or a word of a script that knows no capitals. */
const PROPER =
  /^(?:\p{Lu}[\p{Ll}\p{M}'’.]*|\p{Lu}{1,2}\.?|[\p{Lo}\p{Lm}\p{M}]+|[\p{Lu}][\p{Ll}'’]+\p{Lu}[\p{Ll}]+)$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{9}/u;
const MOST_PROPER = 5;
const LOWER_PHRASE = /^\p{Ll}+(?: \p{Ll}+)+$/u;
const MIXED_TAIL = /\p{Ll}\p{Lu}{1,3}$|\p{Ll}\p{Lu}\p{Ll}$/u;
const PARTED = /[\s・·‧-]/;
const GAP = /[\s・·‧-]+/u;
/** From here on units may be half a character. */
const HALVES = 0xd800;

/** Whether every word is written as names of people are: the same for one word as for five, in any script. */
function isPerson(words: readonly string[], name: string): boolean {
  if (words.length > MOST_PROPER) return false;
  let proper = 0;
  for (const word of words)
    if (PROPER.test(word)) proper++;
    else if (!PARTICLES.has(word)) return false;
  return proper > 0 && !UNSPACED.test(name);
}

/** Whether one of the last two units of a name is, or may be, a capital. */
const mayEndMixed = (name: string): boolean =>
  name.length > 1 && (mayBeCapital(name, name.length - 1) || mayBeCapital(name, name.length - 2));

const mayBeCapital = (name: string, at: number): boolean =>
  (kindAt(name, at) & UPPER) !== 0 || name.charCodeAt(at) >= HALVES;

export const nameShape: FittedSignal = {
  name: "name-shape",
  group: "author",
  needs: NAME,
  description: "How the author's name is written: as a person's, as a phrase, with digits or odd capitals",
  detect({ name }) {
    if (name === "") return undefined;
    const words = PARTED.test(name) ? name.split(GAP).filter((word) => word !== "") : [name];
    const isLower = (kindAt(name, 0) & LOWER) !== 0;
    const variants: string[] = [];
    if (isPerson(words, name)) variants.push("person");
    else if (words.length === 1) variants.push(isLower ? "lower word" : "word");
    else variants.push("phrase");
    if (isLower && words.length > 1 && LOWER_PHRASE.test(name)) variants.push("lower phrase");
    if (words.length > MOST_PROPER) variants.push("long");
    if (mayEndMixed(name) && MIXED_TAIL.test(name)) variants.push("mixed tail");
    if (/\d/.test(name)) variants.push("digits");
    return {
      strength: Math.min(1, (words.length + 1) / 8),
      evidence: name,
      span: { field: "author.name", start: 0, end: name.length },
      variants,
    };
  },
};
