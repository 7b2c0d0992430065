import { money } from "../../../src/core/signals/money.ts";
import { table } from "./table.ts";

table(money, {
  is: { name: "money", group: "text" },
  finds: [
    [
      "dollars",
      "earn $500 a day",
      {
        strength: 1,
        evidence: "$500",
        span: {
          field: "content",
          start: 5,
          end: 9,
        },
      },
    ],
    [
      "a sum with its points",
      "for € 1.500,00!",
      {
        strength: 1,
        evidence: "€ 1.500,00",
        span: {
          field: "content",
          start: 4,
          end: 14,
        },
      },
    ],
    [
      "other signs",
      "£20 or ₹300 or ₽40",
      {
        strength: 1,
        evidence: "£20",
        span: {
          field: "content",
          start: 0,
          end: 3,
        },
      },
    ],
    ...[
      "USD",
      "eur",
      "dollars",
      "dollar",
      "euros",
      "euro",
      "BTC",
      "rub",
      "руб",
      "рублей",
      "zł",
      "kč",
      "万円",
      "원",
      "đồng",
    ].map(
      (unit) =>
        [
          unit,
          `pay 300 ${unit}.`,
          {
            strength: 1,
            evidence: `300 ${unit}`,
            span: { field: "content", start: 4, end: 8 + unit.length },
          },
        ] as const,
    ),
  ],
  passes: [
    ["a variable", "$x is a variable"],
    ["a count", "500 people"],
    ["no sum", "dollars and cents, $ and €"],
    ["a word that begins like a unit", "500 europeans, 3 rubles, 4 eurostars"],
    ["a sign behind the sum of nothing", "a $ 5".replace(" 5", "")],
    ["a number alone", "1,000.00"],
  ],
});
