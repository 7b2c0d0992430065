import type { Measured } from "./measured.ts";

/** What was measured of one blog, as cells of a table: seen by a person, by quarters, of the first fifty, mistakes, AUC. */
export const cellsOf = (one: Measured): readonly string[] => [
  `${(one.human * 100).toFixed(1)} %`,
  one.quarters.map((share) => (share * 100).toFixed(0)).join(" / "),
  `${(one.first * 100).toFixed(0)} %`,
  `${one.hamRejected} of ${one.ham}`,
  `${one.spamPublished}, ${one.payloadPublished} of ${one.spam}`,
  one.auc?.toFixed(4) ?? "",
];
