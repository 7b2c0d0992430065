import { emoji } from "../../../src/core/signals/emoji.ts";
import { table } from "./table.ts";

table(emoji, {
  is: { name: "emoji", group: "text" },
  finds: [
    [
      "one",
      "nice 🎉",
      {
        strength: 0.5,
        evidence: "1 emoji",
        span: {
          field: "content",
          start: 5,
          end: 7,
        },
        variants: ["few"],
      },
    ],
    [
      "three",
      "🎉 🎉 🎉",
      {
        strength: 0.5,
        evidence: "3 emoji",
        span: {
          field: "content",
          start: 0,
          end: 2,
        },
        variants: ["few"],
      },
    ],
    [
      "four",
      "🎉🎉🎉🎉",
      {
        strength: 1,
        evidence: "4 emoji",
        span: {
          field: "content",
          start: 0,
          end: 2,
        },
        variants: ["many"],
      },
    ],
  ],
  passes: [
    ["none", "nice :)"],
    ["digits", "1 2 3"],
    ["accents", "Żółć"],
    ["beyond the first 4096 characters", `é${"a".repeat(4096)}🎉`],
    ["letters of other scripts", "日本語"],
    ["signs", "→ ≠ …"],
  ],
});
