import { nearPublished } from "../../../src/core/signals/near-published.ts";
import { table } from "./table.ts";

table(nearPublished, {
  is: { name: "near-published", group: "behaviour", points: 2.5 },
  finds: [
    [
      "three quarters alike",
      {},
      {
        strength: 0.75,
        evidence: "75% alike",
      },
      { history: { nearPublished: 0.75 } },
    ],
    [
      "the very text",
      {},
      {
        strength: 1,
        evidence: "100% alike",
      },
      { history: { nearPublished: 1 } },
    ],
  ],
  passes: [
    ["less than three quarters alike", {}, { history: { nearPublished: 0.74 } }],
    ["nothing alike", {}, { history: { nearPublished: 0 } }],
    ["alike to spam only", {}, { history: { nearSpam: 1 } }],
    ["a server quotes the post", { type: "webmention" }, { history: { nearPublished: 1 } }],
    ["the site could not be asked", {}, { history: undefined }],
  ],
});
