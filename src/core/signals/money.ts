import { NOT_ASCII } from "../reading/characters.ts";
import { mayHold } from "../reading/needs.ts";
import { quoted } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { tell, UNIT } from "../reading/told-words.ts";
import { DIGITS } from "./has.ts";
import { type FittedSignal, inContent } from "./signal.ts";

/** A currency before or after its number, in the main languages' ways. */
const MONEY =
  /[$€£₹₽₺₫₩¥￥₴₪]\s?\d[\d.,]{0,15}|\d[\d.,]{0,15}\s?(?:[$€£₹₽₺₫₩¥￥₴₪]|(?:usd|usdt|eur|dollars?|euros?|d[óo]lares|reais|btc|rub|руб\p{L}{0,4}|грн|гривень|zł|kč|tl|lira|jt|juta|ribu|rb|rp|triệu|vnđ|vnd|tr|đồng|tỷ)(?!\p{L})|万?元|万円|円|块钱|만\s?원|원|دولار|ريال|درهم|تومان|ریال|रुपये|रुपए|บาท)|(?<!\p{L})(?:rp|rs|idr|inr|r\$|us\$)\.?\s?\d[\d.,]{0,15}/iu;

/** What stands before a number, and what stands behind one, as literals. */
const BEFORE = [..."$€£₹₽₺₫₩¥￥₴₪", "rp", "rs", "idr", "inr"];
const BEHIND = [
  ..."$€£₹₽₺₫₩¥￥₴₪",
  ..."usd eur dollar dólares dolares reais btc rub руб грн гривень zł kč tl lira jt juta ribu rb rp triệu vnđ vnd tr đồng tỷ".split(
    " ",
  ),
  ..."万 元 円 块 만 원 دولار ريال درهم تومان ریال रुपये रुपए บาท".split(" "),
];
/** Of ASCII letters: by itself, before a digit, or behind one, see told-words. */
const WORDS = [...BEFORE, ...BEHIND, "usdt", "dollars", "euro", "euros"].filter((unit) =>
  /^[a-z]+$/.test(unit),
);

tell(UNIT, WORDS);

const WITH_SIGN = mayHold("$");
const GLUED = mayHold(...WORDS.map((unit) => `0${unit}`));
const ANY = mayHold(
  ...BEFORE.flatMap((sign) => [`${sign}0`, `${sign} `, `${sign}.`]),
  ...BEHIND.flatMap((unit) => ["0", " ", ".", ","].map((before) => before + unit)),
);

const mayBe = (survey: ReturnType<typeof surveyOf>): boolean =>
  ((survey.classes & NOT_ASCII) !== 0 || (survey.told & UNIT) !== 0 || WITH_SIGN(survey) || GLUED(survey)) &&
  ANY(survey);

export const money: FittedSignal = {
  name: "money",
  group: "text",
  needs: DIGITS,
  description: "A sum of money",
  detect({ content }) {
    if (!mayBe(surveyOf(content))) return undefined;
    const match = MONEY.exec(content);
    return match ? { strength: 1, evidence: quoted(content, match, 60), span: inContent(match) } : undefined;
  },
};
