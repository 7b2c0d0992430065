import { velocity } from "../../../src/core/signals/velocity.ts";
import { table } from "./table.ts";

table(velocity, {
  is: { name: "velocity", group: "behaviour", points: 3 },
  finds: [
    [
      "three in a minute",
      {},
      {
        strength: 0.5,
        evidence: "3 in the last minute",
      },
      { history: { velocity: { lastMinute: 3, lastHour: 3 } } },
    ],
    [
      "nine in an hour, four of them in a minute",
      {},
      {
        strength: 0.5,
        evidence: "4 in the last minute",
      },
      { history: { velocity: { lastMinute: 4, lastHour: 9 } } },
    ],
    [
      "ten in an hour",
      {},
      {
        strength: 1,
        evidence: "10 in the last hour",
      },
      { history: { velocity: { lastMinute: 0, lastHour: 10 } } },
    ],
    [
      "ten in a minute",
      {},
      {
        strength: 1,
        evidence: "12 in the last hour",
      },
      { history: { velocity: { lastMinute: 10, lastHour: 12 } } },
    ],
  ],
  passes: [
    ["two in a minute, nine in an hour", {}, { history: { velocity: { lastMinute: 2, lastHour: 9 } } }],
    ["none before", {}, { history: { velocity: { lastMinute: 0, lastHour: 0 } } }],
    ["no address was sent", {}, { history: {} }],
    [
      "a server tells of many pages at once",
      { type: "webmention" },
      { history: { velocity: { lastMinute: 50, lastHour: 50 } } },
    ],
    ["the site could not be asked", {}, { history: undefined }],
  ],
  missing: [
    ["no address was sent", {}, "no network address that tells readers apart", { history: {} }],
    ["the site could not be asked", {}, undefined, { history: undefined }],
    ["none before", {}, undefined, { history: { velocity: { lastMinute: 0, lastHour: 0 } } }],
  ],
});
