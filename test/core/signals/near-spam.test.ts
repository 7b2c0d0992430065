import { nearSpam } from "../../../src/core/signals/near-spam.ts";
import { table } from "./table.ts";

table(nearSpam, {
  is: { name: "near-spam", group: "behaviour", points: 4 },
  finds: [
    [
      "three fifths alike",
      {},
      {
        strength: 0.6,
        evidence: "60% alike",
      },
      { history: { nearSpam: 0.6 } },
    ],
    [
      "the very text",
      {},
      {
        strength: 1,
        evidence: "100% alike",
      },
      { history: { nearSpam: 1 } },
    ],
    [
      "a server's text is spam as well",
      { type: "pingback" },
      {
        strength: 0.876,
        evidence: "88% alike",
      },
      { history: { nearSpam: 0.876 } },
    ],
  ],
  passes: [
    ["less than three fifths alike", {}, { history: { nearSpam: 0.59 } }],
    ["nothing alike", {}, { history: { nearSpam: 0 } }],
    ["alike to a good comment only", {}, { history: { nearPublished: 1 } }],
    ["the site could not be asked", {}, { history: undefined }],
  ],
});
