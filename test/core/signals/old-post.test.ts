import { oldPost } from "../../../src/core/signals/old-post.ts";
import { NOW } from "../../clock.ts";
import { table } from "./table.ts";

const YEAR = 365 * 86_400_000;
const ago = (time: number) => new Date(NOW - time).toISOString();
const site = { url: "http://x.example" };
const standing = (approved: number) => ({
  history: { standing: { approved, spam: 0, discarded: 0, confirmed: false } },
});

table(oldPost, {
  is: { name: "old-post", group: "behaviour", points: 1.2 },
  finds: [
    [
      "published a year ago, with a website",
      { post: { publishedAt: ago(YEAR) }, author: site },
      {
        strength: 1,
        evidence: "published 2089-06-14",
      },
    ],
    [
      "last changed a year ago",
      { post: { modifiedAt: ago(YEAR) }, author: site },
      {
        strength: 1,
        evidence: "last changed 2089-06-14",
      },
    ],
    [
      "published long ago and changed since: the first counts",
      { post: { publishedAt: "2080-01-02T03:04:05Z", modifiedAt: ago(0) }, author: site },
      {
        strength: 1,
        evidence: "published 2080-01-02",
      },
    ],
    [
      "with a link in the text",
      { content: "see http://x.example/a", post: { publishedAt: ago(2 * YEAR) } },
      {
        strength: 1,
        evidence: "published 2088-06-14",
      },
    ],
    [
      "by an author of whom nothing was approved",
      { post: { publishedAt: ago(YEAR) }, author: site },
      {
        strength: 1,
        evidence: "published 2089-06-14",
      },
      standing(0),
    ],
  ],
  passes: [
    ["a millisecond younger", { post: { publishedAt: ago(YEAR - 1) }, author: site }],
    [
      "changed long ago, but published yesterday, as the blog says",
      { post: { publishedAt: ago(86_400_000), modifiedAt: ago(YEAR) }, author: site },
    ],
    ["no link", { post: { publishedAt: ago(YEAR) } }],
    ["a link to the site itself", { content: "see http://blog.example/a", post: { publishedAt: ago(YEAR) } }],
    [
      "by an author of whom a comment was approved",
      { post: { publishedAt: ago(YEAR) }, author: site },
      standing(1),
    ],
    ["the date cannot be read", { post: { publishedAt: "last summer" }, author: site }],
    ["no date was sent", { author: site }],
    [
      "the site could not be asked",
      { post: { publishedAt: ago(YEAR) }, author: site },
      { history: undefined },
    ],
  ],
  missing: [
    ["no date was sent", { author: site }, "no date of the post sent"],
    [
      "the site could not be asked",
      { post: { publishedAt: ago(YEAR) } },
      "no date of the post sent",
      { history: undefined },
    ],
    ["it was published", { post: { publishedAt: ago(YEAR) } }, undefined],
    ["it was changed", { post: { modifiedAt: ago(YEAR) } }, undefined],
  ],
});
