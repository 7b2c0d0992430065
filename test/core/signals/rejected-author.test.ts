import { rejectedAuthor } from "../../../src/core/signals/rejected-author.ts";
import { table } from "./table.ts";

const standing = (approved: number, spam: number, discarded = 0) => ({
  history: { standing: { approved, spam, discarded, confirmed: false } },
});

table(rejectedAuthor, {
  is: { name: "rejected-author", group: "behaviour", points: 2.5 },
  finds: [
    [
      "three in ten were spam",
      {},
      {
        strength: 0.3,
        evidence: "3 spam, 7 approved",
      },
      standing(7, 3),
    ],
    [
      "all were spam",
      {},
      {
        strength: 1,
        evidence: "2 spam, 0 approved",
      },
      standing(0, 2),
    ],
    [
      "half were, of those anybody judged",
      {},
      {
        strength: 0.5,
        evidence: "2 spam, 1 approved",
      },
      standing(1, 2, 1),
    ],
  ],
  passes: [
    ["fewer than three in ten", {}, standing(8, 3)],
    ["discarded ones count as judged", {}, standing(1, 1, 2)],
    ["discarded ones are no spam", {}, standing(0, 0, 9)],
    ["none was judged", {}, standing(0, 0)],
    ["all were approved", {}, standing(12, 0)],
    ["no mail address was sent", {}, { history: {} }],
    ["the site could not be asked", {}, { history: undefined }],
  ],
  missing: [
    ["no mail address was sent", {}, "no mail address sent", { history: {} }],
    ["the site could not be asked", {}, undefined, { history: undefined }],
    ["the author is known", {}, undefined, standing(1, 0)],
  ],
});
