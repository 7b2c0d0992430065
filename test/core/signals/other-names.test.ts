import { otherNames } from "../../../src/core/signals/other-names.ts";
import { table } from "./table.ts";

const standing = { approved: 1, spam: 0, discarded: 0, confirmed: true };

table(otherNames, {
  is: { name: "other-names", group: "behaviour", points: 1 },
  finds: [
    [
      "one other name",
      {},
      { strength: 0.7, evidence: "1 other name from there" },
      { history: { otherNames: 1 } },
    ],
    ["two", {}, { strength: 1, evidence: "2 other names from there" }, { history: { otherNames: 2 } }],
    ["many", {}, { strength: 1, evidence: "30 other names from there" }, { history: { otherNames: 30 } }],
    [
      "nobody approved of this one",
      {},
      { strength: 0.7, evidence: "1 other name from there" },
      { history: { otherNames: 1, standing: { ...standing, approved: 0, spam: 2 } } },
    ],
  ],
  passes: [
    ["none", {}, { history: { otherNames: 0 } }],
    ["the author was approved before: a family, a school", {}, { history: { otherNames: 3, standing } }],
    ["a server speaks for many people", { type: "webmention" }, { history: { otherNames: 9 } }],
    ["no address was sent", {}, { history: {} }],
    ["the site could not be asked", {}, { history: undefined }],
  ],
  missing: [
    ["no address was sent", {}, "no network address that tells readers apart", { history: {} }],
    ["the site could not be asked", {}, undefined, { history: undefined }],
    ["none", {}, undefined, { history: { otherNames: 0 } }],
  ],
});
