import { type FittedSignal, inContent } from "./signal.ts";

const MONEY =
  /[$€£₹₽]\s?\d[\d.,]{0,15}|\d[\d.,]{0,15}\s?(?:usd|eur|dollars?|euros?|btc|rub|руб)(?![\p{L}])/iu;

export const money: FittedSignal = {
  name: "money",
  group: "text",
  description: "A sum of money",
  detect({ content }) {
    const match = MONEY.exec(content);
    return match ? { strength: 1, evidence: match[0], span: inContent(match) } : undefined;
  },
};
