import { selfPromotion } from "../../../src/core/signals/self-promotion.ts";
import { table } from "./table.ts";

const found = (evidence: string, ...variants: string[]) => ({
  strength: variants.length / 3,
  evidence,
  variants,
});

table(selfPromotion, {
  is: { name: "self-promotion", group: "praise" },
  finds: [
    ["just within the first 8192 characters", `${" ".repeat(8189)}seo`, found("seo", "agency")],
    ...[
      "my site",
      "our website",
      "my web page",
      "My own blog",
      "our new homepage",
      "my personal channel",
      "our store",
      "my shop",
      "our company",
      "my business",
      "our profile",
      "my web site",
      "our page",
    ].map((words) => [words, `on ${words} now`, found(words, "my site")] as const),
    ...[
      "visit",
      "check out",
      "have a look at",
      "take a look at",
      "feel free to visit",
      "feel free to surf",
      "look at",
      "stop by",
      "click here",
      "click on the link",
      "click this",
    ].map((words) => [words, `do ${words} it`, found(words, "visit")] as const),
    ...[
      "SEO",
      "backlinks",
      "backlink",
      "digital marketing",
      "guest post",
      "guest posts",
      "web development",
      "page rank",
      "traffic to your",
    ].map((words) => [words, `best ${words} here`, found(words, "agency")] as const),
    [
      "the words that follow belong to it",
      "please visit the",
      {
        strength: 0.3333333333333333,
        evidence: "visit the",
        variants: ["visit"],
      },
    ],
    [
      "two kinds",
      "please visit my website",
      {
        strength: 0.6666666666666666,
        evidence: "my website",
        variants: ["my site", "visit"],
      },
    ],
    [
      "all three",
      "check out our new site for backlinks",
      {
        strength: 1,
        evidence: "our new site",
        variants: ["my site", "visit", "agency"],
      },
    ],
  ],
  passes: [
    ["just beyond the first 8192 characters", `${" ".repeat(8190)}seo`],
    ["a visit to somebody", "we visited my aunt, and visitors came"],
    ["a site that is nobody's", "the site is down"],
    ["a word that begins alike", "on the other side, my sitemap, our pages"],
    ["somebody else's site", "I like your blog and his website"],
    ["words that only hold it", "Seoul, museo, overlook ate"],
    ["a click of something", "click the button"],
    ["a link's own words", "see http://x.example/visit/my-site/seo"],
    ["beyond the first 8192 characters", `${"word ".repeat(1639)}visit my site`],
    ["nothing of the kind", "I read it twice"],
  ],
});
