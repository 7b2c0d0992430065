import { PRIME, SEED } from "../hash.ts";
import {
  ALNUM,
  BASIC,
  DIGIT_BIT,
  GAP,
  HIDDEN,
  kindAt,
  LETTER,
  NOT_ASCII,
  SYMBOL,
  symbolIn,
  UPPER,
  unitAt,
} from "./characters.ts";
import { SIGN_BITS, SPACE, SYMBOLS } from "./symbols.ts";
import { DIGIT_WORD, toldAt } from "./told-words.ts";
import { PLAIN_ASCII } from "./unseen.ts";

/**
 * What one look at a text tells: the kinds of its characters, and which stand beside one another. A search that needs what is not
 * there need not be made.
 */
export interface Survey {
  /** Undefined: nothing was looked over, or not to its end. */
  text: string | undefined;
  /** All classes of its characters, see characters. */
  classes: number;
  /** Which of ASCII's signs there are, see symbols. */
  signs: number;
  /** UTF-16 units that are letters, and those among them that are capitals. */
  letters: number;
  capitals: number;
  /** ASCII digits. */
  digits: number;
  /** The longest run of ASCII letters and digits. */
  longest: number;
  /** How often at most one UTF-16 unit follows itself. */
  repeated: number;
  /** Characters that stand alone between gaps, at most so many with no longer word between them. */
  alone: number;
  /** All that its words are, see told-words, and what stands before a digit; words of others' kinds may be taken for them. */
  told: number;
  /** How many digits in words there may be at most with no other word between them, where all is ASCII. */
  digitWords: number;
  /** Bits for pairs of symbols; the text stands between two blanks. */
  readonly pairs: Int32Array;
}

/** The runs of ASCII letters and digits of a text, in order: where each begins and ends, and where its FNV hash stands in small letters. */
export interface WordPlaces {
  /** At most 1,536. */
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
}

/** What makes a small letter of a capital; digits have it. */
const SMALL = 0x20;
const PAIRS = SYMBOLS * (SYMBOLS / 32);

/** The texts of one comment are asked about again and again: as many surveys are kept. */
const kept: Survey[] = Array.from({ length: 8 }, () => ({
  text: undefined,
  classes: 0,
  signs: 0,
  letters: 0,
  capitals: 0,
  digits: 0,
  longest: 0,
  repeated: 0,
  alone: 0,
  told: 0,
  digitWords: 0,
  pairs: new Int32Array(PAIRS),
}));
let oldest = 0;
/** The one that was asked for last: it is often asked for again. */
let last = kept[0] as Survey;

const MOST_RUNS = 1536;
/** Of the text that was looked over last. */
const runs: WordPlaces = {
  count: 0,
  starts: new Int32Array(MOST_RUNS),
  ends: new Int32Array(MOST_RUNS),
  hashes: new Int32Array(MOST_RUNS),
};
let runsOf: string | undefined;

/**
 * The runs of letters and digits of a text of nothing but ASCII that people see; undefined: it holds something else. They hold until
 * another text is looked over.
 */
export function wordPlaces(text: string): Readonly<WordPlaces> | undefined {
  const survey = surveyOf(text) as Survey;
  if ((survey.classes & (NOT_ASCII | HIDDEN)) !== 0) return undefined;
  if (runsOf !== text) look(text, survey);
  return runs;
}

/** Whether a text is nothing but ASCII that people see. A long one is not looked over for it. */
export const isPlainAscii = (text: string): boolean =>
  text.length > LONG ? PLAIN_ASCII.test(text) : (surveyOf(text).classes & (NOT_ASCII | HIDDEN)) === 0;

const LONG = 16_384;

/** Looks a text over, or remembers it: it holds until some other texts were looked over. */
export function surveyOf(text: string): Readonly<Survey> {
  if (last.text !== text) last = remembered(text) ?? looked(text);
  return last;
}

function remembered(text: string): Survey | undefined {
  for (let i = 0; i < kept.length; i++) if ((kept[i] as Survey).text === text) return kept[i];
  return undefined;
}

function looked(text: string): Survey {
  const survey = kept[oldest] as Survey;
  oldest = (oldest + 1) % kept.length;
  look(text, survey);
  return survey;
}

/** What a look at a comment's folded body tells: of ASCII it is told by the body, as case makes no difference. */
export const foldedSurvey = ({ ascii, body, folded }: { ascii: boolean; body: string; folded: string }) =>
  surveyOf(ascii ? body : folded);

export const symbolAt = (text: string, at: number): number =>
  at < text.length ? symbolIn(kindAt(text, at)) : SPACE;

function look(text: string, survey: Survey): void {
  const { pairs } = survey;
  const { starts, ends, hashes } = runs;
  survey.text = undefined;
  runsOf = undefined;
  let count = 0;
  pairs.fill(0);
  const end = text.length;
  let classes = 0;
  let signs = 0;
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let longest = 0;
  let same = 0;
  let repeated = 0;
  let single = 0;
  let alone = 0;
  let run = 0;
  let word = 0;
  let unit = -1;
  let value = SEED;
  let told = 0;
  let digitWords = 0;
  let spelled = 0;
  let digitsBefore = 0;
  let symbol = SPACE;
  for (let at = 0; at <= end; at++) {
    const before = symbol;
    const unitBefore = unit;
    unit = at < end ? unitAt.call(text, at) : 0x20;
    const kind = unit < 0x100 ? (BASIC[unit] as number) : kindAt(text, at);
    classes |= kind;
    symbol = kind >>> SYMBOL;
    signs |= SIGN_BITS[symbol] as number;
    letters += kind & LETTER;
    capitals += kind & UPPER;
    const pair = before * SYMBOLS + symbol;
    pairs[pair >> 5] = (pairs[pair >> 5] as number) | (1 << (pair & 31));
    same = unit === unitBefore ? same + 1 : 0;
    if (same > repeated) repeated = same;
    if ((kind & ALNUM) !== 0) {
      if (((kind >> DIGIT_BIT) & 1) !== 0) {
        digits++;
        if (at > run) told |= toldAt(value);
      }
      value = Math.imul(value ^ (unit | SMALL), PRIME);
    } else {
      if (at > run) {
        if (at - run > longest) longest = at - run;
        const is = toldAt(value);
        told |= is;
        if ((is & DIGIT_WORD) !== 0) spelled++;
        else if (digits - digitsBefore !== at - run) spelled = 0;
        if (spelled > digitWords) digitWords = spelled;
        if (count < MOST_RUNS) {
          starts[count] = run;
          ends[count] = at;
          hashes[count++] = value;
        }
        value = SEED;
      }
      run = at + 1;
      digitsBefore = digits;
      if ((kind & GAP) !== 0) {
        const length = at - word;
        if (length > 0) single = length === 1 || isPair(text, word, length) ? single + 1 : 0;
        if (single > alone) alone = single;
        word = at + 1;
      }
    }
  }
  survey.text = text;
  runsOf = text;
  runs.count = count;
  survey.classes = classes;
  survey.signs = signs;
  survey.letters = letters;
  survey.capitals = capitals / UPPER;
  survey.digits = digits;
  survey.longest = longest;
  survey.repeated = repeated;
  survey.alone = alone;
  survey.told = told;
  survey.digitWords = digitWords;
}

/** One character that takes two units. */
const isPair = (text: string, at: number, length: number): boolean =>
  length === 2 && (text.codePointAt(at) as number) > 0xffff;
