import { spreadDomain } from "../../../src/core/signals/spread-domain.ts";
import { table } from "./table.ts";

const spread = (others: number, pages = 2) => ({
  history: { spread: { domain: "small-shop.example", others, pages } },
});
const standing = (confirmed: boolean) => ({ approved: 1, spam: 0, discarded: 0, confirmed });

table(spreadDomain, {
  is: { name: "spread-domain", group: "behaviour", points: 2 },
  finds: [
    ["three others", {}, { strength: 0.4, evidence: "small-shop.example: 3 others today" }, spread(3)],
    ["five", {}, { strength: 0.4, evidence: "small-shop.example: 5 others today" }, spread(5)],
    ["six", {}, { strength: 0.7, evidence: "small-shop.example: 6 others today" }, spread(6)],
    ["twelve", {}, { strength: 1, evidence: "small-shop.example: 12 others today" }, spread(12)],
    [
      "an author who was approved elsewhere",
      {},
      { strength: 0.4, evidence: "small-shop.example: 3 others today" },
      { history: { ...spread(3).history, standing: standing(false) } },
    ],
  ],
  passes: [
    ["nobody else", {}, {}],
    ["many on one page, who share what they speak of", {}, spread(40, 1)],
    ["an author who was approved", {}, { history: { ...spread(40).history, standing: standing(true) } }],
    ["the site could not be asked", {}, { history: undefined }],
  ],
});
