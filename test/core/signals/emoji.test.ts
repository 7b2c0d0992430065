import { emoji } from "../../../src/core/signals/emoji.ts";
import { table } from "./table.ts";

table(emoji, {
  is: { name: "emoji", group: "text" },
  finds: [
    [
      "four",
      "é 🎉🎉🎉🎉",
      {
        strength: 0.5,
        evidence: "4 emoji",
        span: { field: "content", start: 2, end: 4 },
        variants: ["many"],
      },
    ],
    [
      "two that point and promise",
      "👉 earn 💰",
      {
        strength: 0.25,
        evidence: "2 emoji",
        span: { field: "content", start: 0, end: 2 },
        variants: ["signs"],
      },
    ],
    [
      "eight are as strong as can be",
      "🔥".repeat(9),
      {
        strength: 1,
        evidence: "9 emoji",
        span: { field: "content", start: 0, end: 2 },
        variants: ["many", "signs"],
      },
    ],
  ],
  passes: [
    ["none", "nice :)"],
    ["one says nothing", "nice 🎉"],
    ["three", "🎉 🎉 🎉"],
    ["one that points", "👉 see above"],
    ["digits", "1 2 3"],
    ["accents", "Żółć"],
    ["beyond the first 4096 characters", `é${"a".repeat(4096)}🎉🎉🎉🎉`],
    ["letters of other scripts", "日本語"],
    ["signs", "→ ≠ …"],
  ],
});
