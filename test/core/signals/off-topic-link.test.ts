import { offTopicLink } from "../../../src/core/signals/off-topic-link.ts";
import { table } from "./table.ts";

const post = { title: "Sourdough without schedule", excerpt: "Cold dough forgives" };
const vague = "Really helpful, I have bookmarked this page for later";

table(offTopicLink, {
  is: { name: "off-topic-link", group: "text", points: 1.5 },
  finds: [
    [
      "three words of topic are enough",
      { content: `${vague}: http://x.example`, post: { title: "The sourdough schedule: flour" } },
      { strength: 1, evidence: "no word of the post" },
    ],
    [
      "no word of the post, and a link",
      { content: `${vague}: http://x.example`, post },
      {
        strength: 1,
        evidence: "no word of the post",
      },
    ],
    [
      "the excerpt tells enough of the topic",
      { content: `${vague} http://x.example`, post: { excerpt: "Cold flour ferments slowly" } },
      {
        strength: 1,
        evidence: "no word of the post",
      },
    ],
    [
      "a short word in common does not count",
      {
        content: `Such a big sky tonight, it was all out there http://x.example`,
        post: { title: "Big dough, cold flour, all schedules" },
      },
      {
        strength: 1,
        evidence: "no word of the post",
      },
    ],
  ],
  passes: [
    [
      "a word of the title, in another form",
      { content: "My sourdoughs never rise, whatever I try this week http://x.example", post },
    ],
    [
      "a word of the excerpt",
      { content: "I forgive nothing, as you said of bread, and here http://x.example", post },
    ],
    [
      "a word among the tags",
      {
        content: "Really helpful, I like baking more than the rest http://x.example",
        post: { ...post, tags: ["rye", "baking stone iron"] },
      },
    ],
    ["no link", { content: vague, post }],
    ["a link to the site only", { content: `${vague}: http://blog.example/a`, post }],
    ["a website of the author's own", { content: vague, post, author: { url: "http://x.example" } }],
    ["the site itself as website", { content: vague, post, author: { url: "https://blog.example" } }],
    [
      "seven words say too little",
      { content: "Really helpful, I bookmarked this page today http://x.example", post },
    ],
    [
      "two words of topic are too few",
      { content: `${vague}: http://x.example`, post: { title: "Sourdough schedule" } },
    ],
    ["nothing of the post was sent", { content: `${vague}: http://x.example` }],
    ["a server sent it", { type: "trackback", content: `${vague}: http://x.example`, post }],
  ],
  missing: [
    ["nothing of the post was sent", {}, "no title or excerpt of the post sent"],
    [
      "two words of topic are too few",
      { post: { title: "The sourdough schedule" } },
      "no title or excerpt of the post sent",
    ],
    [
      "three words of topic are enough",
      { post: { title: "The sourdough", excerpt: "and its schedule: rising" } },
      undefined,
    ],
  ],
});
