import { quoted } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { type FittedSignal, inContent } from "./signal.ts";

/** A currency before or after its number, in the main languages' ways. */
const MONEY =
  /[$€£₹₽₺₫₩¥￥₴₪]\s?\d[\d.,]{0,15}|\d[\d.,]{0,15}\s?(?:[$€£₹₽₺₫₩¥￥₴₪]|(?:usd|usdt|eur|dollars?|euros?|d[óo]lares|reais|btc|rub|руб\p{L}{0,4}|грн|гривень|zł|kč|tl|lira|jt|juta|ribu|rb|rp|triệu|vnđ|vnd|tr|đồng|tỷ)(?!\p{L})|万?元|万円|円|块钱|만\s?원|원|دولار|ريال|درهم|تومان|ریال|रुपये|रुपए|บาท)|(?<!\p{L})(?:rp|rs|idr|inr|r\$|us\$)\.?\s?\d[\d.,]{0,15}/iu;

export const money: FittedSignal = {
  name: "money",
  group: "text",
  description: "A sum of money",
  detect({ content }) {
    if (surveyOf(content).digits === 0) return undefined;
    const match = MONEY.exec(content);
    return match ? { strength: 1, evidence: quoted(content, match, 60), span: inContent(match) } : undefined;
  },
};
