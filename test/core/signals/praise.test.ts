import { praise } from "../../../src/core/signals/praise.ts";
import { table } from "./table.ts";

table(praise, {
  is: { name: "praise", group: "praise" },
  finds: [
    [
      "a great article",
      "Great article!",
      {
        strength: 0.5,
        evidence: "Great",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["any", "short"],
      },
    ],
    ...[
      "great",
      "nice",
      "awesome",
      "excellent",
      "amazing",
      "wonderful",
      "fantastic",
      "good",
      "superb",
      "brilliant",
      "informative",
      "helpful",
      "useful",
      "interesting",
      "perfect",
      "love",
      "lovely",
      "cool",
      "best",
      "fabulous",
      "outstanding",
      "impressive",
      "valuable",
      "insightful",
      "beautiful",
    ].map(
      (word) =>
        [
          word,
          `${word} work`,
          {
            strength: 0.5,
            evidence: word,
            span: { field: "content", start: 0, end: word.length },
            variants: ["any", "short"],
          },
        ] as const,
    ),
    ...[
      "wow, great",
      "hey! nice",
      "Hi. cool",
      "hello good",
      "thanks, useful",
      "thank you, helpful",
      "this is good",
      "it's a great",
      "its good",
      "that's an amazing",
      "thats so cool",
      "really very good",
      "truly awesome",
      "such a nice",
      "thanks for sharing",
      "thank you so much for the",
      "thank for this",
      "thanks a lot for your",
      "thanks for such",
      "I really like",
      "i just love",
      "I truly enjoy",
      "I appreciate",
      "i admire",
    ].map(
      (words) =>
        [
          words,
          `${words} it`,
          {
            strength: 0.5,
            evidence: words,
            span: { field: "content", start: 0, end: words.length },
            variants: ["any", "short"],
          },
        ] as const,
    ),
    [
      "a compliment without object",
      "Pretty cool stuff",
      {
        strength: 0.5,
        evidence: "Pretty",
        span: {
          field: "content",
          start: 0,
          end: 7,
        },
        variants: ["any", "short"],
      },
    ],
    [
      "spaces and quotes before it",
      ` "'Great" he said`,
      {
        strength: 0.5,
        evidence: "\"'Great",
        span: {
          field: "content",
          start: 0,
          end: 8,
        },
        variants: ["any", "short"],
      },
    ],
    [
      "120 characters are short",
      `Great ${"a".repeat(114)}`,
      {
        strength: 0.5,
        evidence: "Great",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["any", "short"],
      },
    ],
    [
      "121 are not",
      `Great ${"a".repeat(115)}`,
      {
        strength: 0.5,
        evidence: "Great",
        span: {
          field: "content",
          start: 0,
          end: 5,
        },
        variants: ["any"],
      },
    ],
    [
      "with a link",
      "Nice! http://x.example",
      {
        strength: 1,
        evidence: "Nice",
        span: {
          field: "content",
          start: 0,
          end: 4,
        },
        variants: ["any", "with link", "short", "short with link"],
      },
    ],
    [
      "with a website",
      { content: "Nice!", author: { url: "http://x.example" } },
      {
        strength: 1,
        evidence: "Nice",
        span: {
          field: "content",
          start: 0,
          end: 4,
        },
        variants: ["any", "with link", "short", "short with link"],
      },
    ],
    [
      "long, with a website",
      { content: `Nice! ${"a".repeat(120)}`, author: { url: "http://x.example" } },
      {
        strength: 1,
        evidence: "Nice",
        span: {
          field: "content",
          start: 0,
          end: 4,
        },
        variants: ["any", "with link"],
      },
    ],
  ],
  passes: [
    ["it stands later", "The great wall is long"],
    ["a complaint", "What a mess"],
    ["another language", "Danke!"],
    ["a word that begins alike", "Goodness, Greatly, Coolant"],
    ["thanks alone", "Thanks!"],
    ["thanks to somebody", "Thanks Ada, that explains it"],
    ["somebody else likes it", "You really like this"],
    ["like a preposition", "Like the one before, it fails"],
    ["six signs before it", "''''''great"],
  ],
});
