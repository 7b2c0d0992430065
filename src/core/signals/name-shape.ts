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

/** Whether every word is written as names of people are: the same for one word as for five, in any script. */
function isPerson(words: readonly string[], name: string): boolean {
  const proper = words.filter((word) => PROPER.test(word));
  return (
    proper.length > 0 &&
    words.length <= MOST_PROPER &&
    !UNSPACED.test(name) &&
    words.every((word) => PROPER.test(word) || PARTICLES.has(word))
  );
}

export const nameShape: FittedSignal = {
  name: "name-shape",
  group: "author",
  description: "How the author's name is written: as a person's, as a phrase, with digits or odd capitals",
  detect({ name }) {
    if (name === "") return undefined;
    const words = name.split(/[\s・·‧-]+/u).filter((word) => word !== "");
    const variants: string[] = [];
    if (isPerson(words, name)) variants.push("person");
    else if (words.length === 1) variants.push(/^\p{Ll}/u.test(name) ? "lower word" : "word");
    else variants.push("phrase");
    if (/^\p{Ll}+(?: \p{Ll}+)+$/u.test(name)) variants.push("lower phrase");
    if (words.length > MOST_PROPER) variants.push("long");
    if (/\p{Ll}\p{Lu}{1,3}$|\p{Ll}\p{Lu}\p{Ll}$/u.test(name)) variants.push("mixed tail");
    if (/\d/.test(name)) variants.push("digits");
    return {
      strength: Math.min(1, (words.length + 1) / 8),
      evidence: name,
      span: { field: "author.name", start: 0, end: name.length },
      variants,
    };
  },
};
