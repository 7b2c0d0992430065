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
    [
      "a name between two of them",
      "coba ⭐ M A W A R 8 8 ⭐ deh",
      {
        strength: 0.25,
        evidence: "2 emoji",
        span: { field: "content", start: 5, end: 6 },
        variants: ["framed"],
      },
    ],
    [
      "a name of which the frame leaves no gap",
      "memang ❤️MAWAR4️⃣D❤️ juara",
      {
        strength: 0.25,
        evidence: "2 emoji",
        span: { field: "content", start: 7, end: 8 },
        variants: ["framed"],
      },
    ],
  ],
  passes: [
    ["a name between two others", "🎉 Ada ⭐"],
    ["a sentence between two", `🎉 ${"I read it twice and liked it. ".repeat(2)}🎉`],
    ["trade marks", "Tides™ and Loops™"],
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
