import { HIDDEN, kindAt, kindOf, LETTER, MARK, NOT_ASCII, NUMBER, widthAt } from "./characters.ts";
import { PLAIN_ASCII, UNSEEN } from "./unseen.ts";

const INVISIBLE = new RegExp(`[${UNSEEN}]`, "gu");

/**
 * Letters that look like Latin ones, after lower-casing. The share of Unicode's confusables (UTS 39) that spam uses:
 * Cyrillic, Greek and a few others.
 */
const LOOKALIKES: ReadonlyMap<number, string> = new Map(
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
  }).flatMap(([latin, likes]) => [...likes].map((like): [number, string] => [like.charCodeAt(0), latin])),
);

/** A text in lower case with the Latin letters that others in it look like. */
export function lookalike(text: string): string {
  let latin = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    latin += (unit < FIRST_LIKE ? undefined : LOOKALIKES.get(unit)) ?? text[at];
  }
  return latin;
}
const FIRST_LIKE = 0x80;

/** White letters on black discs and squares, and digits on discs, which Unicode does not take for letters and digits. */
const ENCLOSED =
  /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u2776-\u277e\u2780-\u2788\u278a-\u2792\u24f5-\u24fd]/gu;
const LETTERS = 0x1f150;
const DIGITS: readonly number[] = [0x278a, 0x2780, 0x2776, 0x24f5];

function unenclosed(character: string): string {
  const point = character.codePointAt(0) as number;
  if (point >= LETTERS) return String.fromCharCode(97 + ((point - LETTERS) % 32));
  return String(1 + point - (DIGITS.find((first) => point >= first) as number));
}

const ASCII = /^\p{ASCII}*$/u;
const WORD = /[\p{L}\p{N}]+/gu;
const LATIN = /[a-z]/;
/** From the first other letter on. */
const FOREIGN = /\P{ASCII}.*/gsu;

/** Folded texts end here, UTF-16 units. */
const LONGEST = 16_384;

/** A text as the filter compares it: no styling, no case, no accents, no letters that only look Latin. */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return foldedSingly(text) ?? foldedWhole(text);
}

/** The same by its definition, whatever stands in the text. */
function foldedWhole(text: string): string {
  const plain = unstyled(text);
  const seen = holds(plain, HIDDEN) ? plain.replace(INVISIBLE, "") : plain;
  const bare = bared(seen);
  return mixesScripts(bare) ? latinised(bare) : bare;
}

function bared(seen: string): string {
  const apart = seen.replace(ENCLOSED, unenclosed).toLowerCase().normalize("NFD");
  return (holds(apart, MARK) ? apart.replace(/[\p{Mn}\p{Me}]/gu, "") : apart).normalize("NFC");
}

const latinised = (bare: string): string =>
  bare.replace(WORD, (word) =>
    ASCII.test(word) || !LATIN.test(word) ? word : word.replace(FOREIGN, lookalike),
  );

/** So much of a text is taken out of its styling at a time. */
const PIECE = 1024;

/** The beginning of a text without styling: one character may become eighteen, so that no more of it is read than is kept. */
function unstyled(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length && plain.length < LONGEST; ) {
    let end = Math.min(text.length, at + PIECE);
    while (end < text.length && !standsApart(text, end)) end++;
    plain += text.slice(at, end).normalize("NFKC");
    at = end;
  }
  return plain.slice(0, LONGEST);
}

/** Whether a character is never joined to the one before it: no mark, no half of a pair, no part of a Korean syllable. */
function standsApart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const joins =
    (unit >= 0x1100 && unit <= 0x11ff) ||
    (unit >= 0x3130 && unit <= 0x318f) ||
    (unit >= 0xd7b0 && unit <= 0xdfff) ||
    unit >= 0xff00;
  return !joins && (kindOf(unit) & MARK) === 0;
}

function holds(text: string, classes: number): boolean {
  for (let at = 0; at < text.length; at++) if ((kindAt(text, at) & classes) !== 0) return true;
  return false;
}

/** Whether a word has Latin letters without accents and others beside them. */
function mixesScripts(text: string): boolean {
  let latin = false;
  let foreign = false;
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    const kind = kindAt(text, at);
    if ((kind & (LETTER | NUMBER)) === 0) latin = foreign = false;
    else if ((kind & NOT_ASCII) !== 0) foreign = true;
    else if ((kind & LETTER) !== 0) latin = true;
    if (latin && foreign) return true;
  }
  return false;
}

const PAGE = 256;
/** What each unit is folded to, whatever stands beside it: below, the unit; above, what it is in a word. 0: its neighbours matter. */
const pages: (Uint32Array | undefined)[] = new Array(0x10000 / PAGE).fill(undefined);
const IN_WORD = 1 << 16;
const LATIN_LETTER = 1 << 17;
const OTHER = 1 << 18;
/** At the end of a word it is another small letter. */
const CAPITAL_SIGMA = "Σ";

function pageOf(number: number): Uint32Array {
  const page = Uint32Array.from({ length: PAGE }, (_, i) => singly(number * PAGE + i));
  pages[number] = page;
  return page;
}

const asText = (part: Uint16Array): string => String.fromCharCode.apply(null, part as unknown as number[]);

/** Chinese characters and Korean syllables are as they are: of these pages are many. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fef) || (unit >= 0xac00 && unit <= 0xd7a3);

function singly(unit: number): number {
  if (isPlain(unit)) return unit | IN_WORD | OTHER;
  const text = String.fromCharCode(unit);
  const kind = kindOf(unit);
  if ((kind & (MARK | HIDDEN)) !== 0 || !standsApart(text, 0)) return 0;
  const plain = text.normalize("NFKC");
  if (plain.includes(CAPITAL_SIGMA)) return 0;
  const folded = bared(plain);
  if (folded.length !== 1 || (kindOf(folded.charCodeAt(0)) & (MARK | HIDDEN)) !== 0) return 0;
  const is = kindOf(folded.charCodeAt(0));
  const inWord = (is & (LETTER | NUMBER)) === 0 ? 0 : IN_WORD;
  const latin = (is & NOT_ASCII) === 0 && (is & LETTER) !== 0 ? LATIN_LETTER : 0;
  return folded.charCodeAt(0) | inWord | latin | (inWord !== 0 && (is & NOT_ASCII) !== 0 ? OTHER : 0);
}

const units = new Uint16Array(LONGEST);
/** Arguments of one call. */
const PART = 4096;

/** A text folded unit by unit; undefined: one of them is folded together with its neighbours, or to more or less than a unit. */
function foldedSingly(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  let word = 0;
  let mixed = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const found = (pages[unit >> 8] ?? pageOf(unit >> 8))[unit & (PAGE - 1)] as number;
    if (found === 0) return undefined;
    units[at] = found;
    word = (found & IN_WORD) === 0 ? 0 : word | found;
    mixed |= word & (word >> 1) & LATIN_LETTER;
  }
  let folded = "";
  for (let at = 0; at < text.length; at += PART)
    folded += asText(units.subarray(at, Math.min(text.length, at + PART)));
  return mixed === 0 ? folded : latinised(folded);
}
