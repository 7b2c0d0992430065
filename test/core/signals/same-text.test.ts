import { sameText } from "../../../src/core/signals/same-text.ts";
import { table } from "./table.ts";

table(sameText, {
  is: { name: "same-text", group: "behaviour", points: 4 },
  finds: [
    [
      "under one other post",
      {},
      {
        strength: 0.7,
        evidence: "under 1 other post today",
      },
      { history: { samePostsToday: 1 } },
    ],
    [
      "under two",
      {},
      {
        strength: 0.7,
        evidence: "under 2 other posts today",
      },
      { history: { samePostsToday: 2 } },
    ],
    [
      "under three",
      {},
      {
        strength: 1,
        evidence: "under 3 other posts today",
      },
      { history: { samePostsToday: 3 } },
    ],
  ],
  passes: [
    ["under no other", {}, { history: { samePostsToday: 0 } }],
    ["only alike to spam", {}, { history: { nearSpam: 1 } }],
    ["a server tells each post of the same page", { type: "pingback" }, { history: { samePostsToday: 5 } }],
    ["the site could not be asked", {}, { history: undefined }],
  ],
});
