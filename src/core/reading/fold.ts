import { PLAIN_ASCII, UNSEEN } from "./unseen.ts";

const INVISIBLE = new RegExp(`[${UNSEEN}]`, "gu");

/**
 * Letters that look like Latin ones, after lower-casing. The share of Unicode's confusables (UTS 39) that spam uses:
 * Cyrillic, Greek and a few others.
 */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "аαɑ",
    b: "ьβƅ",
    c: "сςᴄ",
    d: "ԁɗ",
    e: "еєεҽ",
    f: "ϝƒ",
    g: "ɡց",
    h: "һհ",
    i: "іıɩι",
    j: "јϳ",
    k: "кκ",
    l: "ӏⅼǀ",
    m: "м",
    n: "пոη",
    o: "оοօσ",
    p: "рρ",
    q: "ԛգ",
    r: "гᴦ",
    s: "ѕꜱ",
    t: "тτ",
    u: "цυսᴜ",
    v: "νѵᴠ",
    w: "ѡωաᴡ",
    x: "хχ",
    y: "уγү",
    z: "ᴢʐ",
  }).flatMap(([latin, likes]) => [...likes].map((like): [string, string] => [like, latin])),
);

/** The Latin letter that a letter, in lower case, looks like; the letter itself, if none. */
export const lookalike = (letter: string): string => LOOKALIKES.get(letter) ?? letter;

const ASCII = /^\p{ASCII}*$/u;
const WORD = /[\p{L}\p{N}]+/gu;
const LATIN = /[a-z]/;
const FOREIGN = /\P{ASCII}/gu;

/** Folded texts end here, UTF-16 units. */
const LONGEST = 16_384;

/** A text as the filter compares it: no styling, no case, no accents, no letters that only look Latin. */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  // One character may become eighteen.
  const plain = text.normalize("NFKC").slice(0, LONGEST).replace(INVISIBLE, "").toLowerCase();
  const bare = plain
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
  return bare.replace(WORD, (word) =>
    ASCII.test(word) || !LATIN.test(word) ? word : word.replace(FOREIGN, lookalike),
  );
}
