import { DIGIT_SIGN, NOT_ASCII } from "./characters.ts";
import { isCount } from "./digits.ts";
import type { Part } from "./rewrite.ts";
import { surveyOf, symbolAt } from "./survey.ts";
import { DIGIT, SYMBOLS } from "./symbols.ts";
import { DIGIT_WORD, tell } from "./told-words.ts";

/** Digits in words from nought to nine; ways to say one are parted by `|`. */
const LANGUAGES: readonly string[] = [
  "zero|oh|nought one two three four five six seven eight nine",
  "null eins zwei|zwo drei vier fünf|fuenf sechs sieben acht neun",
  "zéro un deux trois quatre cinq six sept huit neuf",
  "cero uno dos tres cuatro cinco seis siete ocho nueve",
  "zero um dois|duas três|tres quatro cinco seis|meia sete oito nove",
  "zero uno due tre quattro cinque sei sette otto nove",
  "nul een|één twee drie vier vijf zes zeven acht negen",
  "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
  "nula jedna|jeden dva|dvě tři čtyři pět šest sedm osm devět",
  "noll ett två tre fyra fem sex sju åtta nio",
  "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
  "ноль|нуль один два три четыре пять шесть семь восемь девять",
  "нуль один два три чотири п’ять|п'ять шість сім вісім дев’ять|дев'ять",
  "صفر واحد اثنان|اثنين ثلاثة|ثلاثه أربعة|اربعة خمسة|خمسه ستة|سته سبعة|سبعه ثمانية|ثمانيه تسعة|تسعه",
  "صفر یک دو سه چهار پنج شش هفت هشت نه",
  "אפס אחת|אחד שתיים|שתים שלוש ארבע חמש שש שבע שמונה תשע",
  "शून्य|ज़ीरो|जीरो एक दो तीन चार पांच|पाँच छह|छः सात आठ नौ",
  "nol|kosong satu dua tiga empat lima enam tujuh delapan|lapan sembilan",
  "không|lẻ một hai ba bốn năm sáu bảy tám chín",
  "공|영 일 이 삼 사 오 육 칠 팔 구",
  "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
  "μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά|εφτά οκτώ|οχτώ εννέα|εννιά",
];
/** Signs for digits that are written without a blank between them. */
const SIGNS = ["零〇洞", "一壹幺", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖"];

const values = new Map<string, string>(
  LANGUAGES.flatMap((words) =>
    words
      .split(" ")
      .flatMap((ways, value) => ways.split("|").map((word): [string, string] => [word, `${value}`])),
  ),
);
for (const [value, signs] of SIGNS.entries()) for (const sign of signs) values.set(sign, `${value}`);

const words = [...values.keys()].filter((word) => word.length > 1 || /\p{Script=Hangul}/u.test(word));
words.sort((a, b) => b.length - a.length);
const WORD = `(?:${words.join("|")})`;
const RUN = new RegExp(
  `(?<!\\p{L})(?:(?:${WORD}|\\d{1,4})[\\s,.–-]{1,3}){4,16}(?:${WORD}|\\d{1,4})(?![\\p{L}\\p{M}])`,
  "giu",
);
const PIECE = new RegExp(`${WORD}|\\d{1,4}`, "giu");
const SIGNED = new RegExp(`(?:[${SIGNS.join("")}][\\s-]?){7,15}`, "gu");
const LONGEST_WORD = 9;
const JOINT = /[-,.–\n]/;
const LEAST_RUN = 5;
export const LEAST_WORDS = 3;
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;

/** Telephone numbers in words, "oh eight one two …", or in Chinese signs. */
export function spelledNumbers(text: string): Part[] {
  const found: Part[] = [];
  const survey = surveyOf(text);
  if (mayBeSpelled(text, survey) && isCounting(text))
    for (const match of text.matchAll(RUN)) if (isNumber(match[0])) found.push(partOf(match));
  if ((survey.classes & DIGIT_SIGN) === 0) return found;
  for (const match of text.matchAll(SIGNED)) {
    const digits = [...match[0]].map((sign) => values.get(sign) ?? "").join("");
    if (!isCount(digits)) found.push(partOf(match));
  }
  return found;
}

tell(
  DIGIT_WORD,
  [...values.keys()].filter((word) => /^[a-z]+$/.test(word)),
);

/** Whether there may be digits in words enough: of ASCII one look at the text has counted them. */
const mayBeSpelled = (text: string, { classes, digitWords }: ReturnType<typeof surveyOf>): boolean =>
  (classes & NOT_ASCII) === 0 ? digitWords >= LEAST_WORDS : mayCount(text);

/** How digits in words begin: bits for the symbols of their first two letters; one sign may be a whole word. */
const BEGINNINGS = new Uint8Array(SYMBOLS * SYMBOLS);
for (const word of values.keys()) {
  const [first, second] = [symbolAt(word, 0), symbolAt(word, 1)];
  for (let other = 0; other < SYMBOLS; other++)
    if (word.length === 1 || other === second) BEGINNINGS[first * SYMBOLS + other] = 1;
}
/** Whether as many words in a row begin as digits do: if not, no five digits stand one behind the other. */
function mayCount(text: string): boolean {
  let run = 0;
  let spelled = 0;
  let parted = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const parts = unit === 0x20 || unit === 0x0a || (unit >= 0x2c && unit <= 0x2e) || unit === 0x2013;
    if (parted && !parts) {
      const symbol = symbolAt(text, at);
      const word = symbol !== DIGIT && BEGINNINGS[symbol * SYMBOLS + symbolAt(text, at + 1)] === 1;
      run = word || symbol === DIGIT ? run + 1 : 0;
      spelled = word ? spelled + 1 : run === 0 ? 0 : spelled;
      if (run >= LEAST_RUN && spelled >= LEAST_WORDS) return true;
    }
    parted = parts;
  }
  return false;
}

/** Whether five digits stand one behind the other, some of them in words: a look that costs little. */
function isCounting(text: string): boolean {
  let run = 0;
  let spelled = 0;
  for (const piece of text.split(" ")) {
    const parts = piece.length > LONGEST_WORD && JOINT.test(piece) ? piece.split(JOINT) : [piece];
    for (const part of parts.filter((part) => part !== "")) {
      const digit = digitIn(part);
      run = digit === undefined ? 0 : run + 1;
      spelled = digit === "word" ? spelled + 1 : digit === undefined ? 0 : spelled;
      if (run >= LEAST_RUN && spelled >= LEAST_WORDS) return true;
    }
  }
  return false;
}

function digitIn(piece: string): "word" | "figure" | undefined {
  const word = piece.charCodeAt(piece.length - 1) < 0x30 ? piece.slice(0, -1) : piece;
  if (word.length > LONGEST_WORD) return undefined;
  if (values.has(word) || values.has(word.toLowerCase())) return "word";
  return /^\d{1,4}$/.test(word) ? "figure" : undefined;
}

const partOf = (match: RegExpMatchArray): Part => {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
};

function isNumber(run: string): boolean {
  const pieces = run.toLowerCase().match(PIECE) ?? [];
  const spelled = pieces.filter((piece) => !/\d/.test(piece)).length;
  const digits = pieces.map((piece) => values.get(piece) ?? piece).join("");
  const fits = digits.length >= LEAST_DIGITS && digits.length <= MOST_DIGITS;
  return fits && spelled >= LEAST_WORDS && !isCount(digits);
}
