import { quotesPost } from "../../../src/core/signals/quotes-post.ts";
import { table } from "./table.ts";

table(quotesPost, {
  is: { name: "quotes-post", group: "trust", points: -1 },
  finds: [
    [
      "just within the first 4000 characters of what it answers",
      {
        content: "cold dough forgives you",
        parent: { content: `${"word ".repeat(795)}cold dough forgives you` },
      },
      { strength: 1, evidence: "cold dough forgives you" },
    ],
    [
      "four words of the excerpt",
      {
        content: "You say that cold dough forgives you, and I can confirm that.",
        post: { excerpt: "As I said: Cold dough forgives you." },
      },
      {
        strength: 1,
        evidence: "cold dough forgives you",
      },
    ],
    [
      "four words of the parent",
      {
        content: "The tide turns twice here, really?",
        parent: { content: "Well, the tide turns twice each day." },
      },
      {
        strength: 1,
        evidence: "the tide turns twice",
      },
    ],
    [
      "with other signs between them",
      { content: "cold, dough - FORGIVES you!", post: { excerpt: "cold dough (forgives) you" } },
      {
        strength: 1,
        evidence: "cold dough forgives you",
      },
    ],
    [
      "a long phrase: it is cut",
      {
        content: `${"a".repeat(30)} ${"b".repeat(30)} ccc ddd`,
        post: { excerpt: `${"a".repeat(30)} ${"b".repeat(30)} ccc ddd eee` },
      },
      {
        strength: 1,
        evidence: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…",
      },
    ],
    [
      "the last four words",
      {
        content: "And it was so that tide turns twice here",
        parent: { content: "that tide turns twice here" },
      },
      {
        strength: 1,
        evidence: "that tide turns twice",
      },
    ],
  ],
  passes: [
    [
      "just beyond the first 4000 characters of what it answers",
      {
        content: "cold dough forgives you",
        parent: { content: `${"word ".repeat(796)}cold dough forgives you` },
      },
    ],
    [
      "three words in common",
      { content: "Yes, dough forgives you.", post: { excerpt: "Cold dough forgives you." } },
    ],
    [
      "the same words in another order",
      { content: "forgives you cold dough", post: { excerpt: "Cold dough forgives you." } },
    ],
    [
      "the title only",
      { content: "sourdough without a schedule works", post: { title: "Sourdough without a schedule" } },
    ],
    [
      "beyond the comment's first two hundred words",
      {
        content: `${"word ".repeat(197)}cold dough forgives you`,
        post: { excerpt: "Cold dough forgives you." },
      },
    ],
    [
      "beyond the first 4000 characters of what it answers",
      {
        content: "cold dough forgives you",
        parent: { content: `${"word ".repeat(800)} cold dough forgives you` },
      },
    ],
    ["neither was sent", { content: "cold dough forgives you" }],
    [
      "both are empty",
      { content: "cold dough forgives you", post: { excerpt: " " }, parent: { content: "" } },
    ],
    ["only signs were sent", { content: "cold dough forgives you", post: { excerpt: "…" } }],
  ],
  missing: [
    ["neither was sent", {}, "neither excerpt nor parent sent"],
    [
      "both are empty",
      { post: { excerpt: " " }, parent: { content: "" } },
      "neither excerpt nor parent sent",
    ],
    ["an excerpt was sent", { post: { excerpt: "Cold dough." } }, undefined],
    ["a parent was sent", { parent: { content: "Cold dough." } }, undefined],
  ],
});
