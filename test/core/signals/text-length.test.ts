import { textLength } from "../../../src/core/signals/text-length.ts";
import { table } from "./table.ts";

table(textLength, {
  is: { name: "text-length", group: "text" },
  finds: [
    ...(
      [
        [0, 0],
        [19, 0],
        [20, 20],
        [49, 20],
        [50, 50],
        [99, 50],
        [100, 100],
        [199, 100],
        [200, 200],
        [399, 200],
        [400, 400],
        [799, 400],
        [800, 800],
        [1599, 800],
        [1600, 1600],
      ] as const
    ).map(
      ([length, bound]) =>
        [
          `${length} characters`,
          "x".repeat(length),
          {
            strength: Math.min(1, (length + 1) / 2000),
            evidence: `${length} characters, 1 lines`,
            variants: [`c${bound}`, "l0"],
          },
        ] as const,
    ),
    ...(
      [
        [1, 1],
        [2, 2],
        [3, 2],
        [4, 4],
        [7, 4],
        [8, 8],
        [15, 8],
        [16, 16],
      ] as const
    ).map(
      ([breaks, bound]) =>
        [
          `${breaks} line breaks`,
          "\n".repeat(breaks),
          {
            strength: (breaks + 1) / 2000,
            evidence: `${breaks} characters, ${breaks + 1} lines`,
            variants: ["c0", `l${bound}`],
          },
        ] as const,
    ),
    [
      "a character of Chinese, Japanese or Korean says as much as two and a half letters",
      "漢".repeat(8),
      {
        strength: 0.0045,
        evidence: "8 characters, 1 lines",
        variants: ["c20", "l0"],
      },
    ],
    [
      "a link is no text, whatever its length",
      "see it here now http://tides.example/a/b/c",
      {
        strength: 0.009,
        evidence: "42 characters, 1 lines",
        variants: ["c0", "l0"],
      },
    ],
    [
      "spaces around it do not count",
      `   ${"x".repeat(19)}   `,
      {
        strength: 0.013,
        evidence: "25 characters, 1 lines",
        variants: ["c0", "l0"],
      },
    ],
    [
      "longer than two thousand characters is as strong as can be",
      "x".repeat(3000),
      {
        strength: 1,
        evidence: "3000 characters, 1 lines",
        variants: ["c1600", "l0"],
      },
    ],
    [
      "the whole length is told of what is longer than anybody reads",
      "x".repeat(20_000),
      {
        strength: 1,
        evidence: "20000 characters, 1 lines",
        variants: ["c1600", "l0"],
      },
    ],
  ],
  passes: [],
});
