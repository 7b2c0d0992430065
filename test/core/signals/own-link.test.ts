import { ownLink } from "../../../src/core/signals/own-link.ts";
import { table } from "./table.ts";

table(ownLink, {
  is: { name: "own-link", group: "links" },
  finds: [
    [
      "a link in the text",
      "as in http://blog.example/tides",
      {
        strength: 1,
        evidence: "blog.example",
        span: {
          field: "content",
          start: 6,
          end: 31,
        },
        variants: ["text"],
      },
    ],
    [
      "a host below the site's",
      "as in http://www.m.blog.example/",
      {
        strength: 1,
        evidence: "m.blog.example",
        span: {
          field: "content",
          start: 6,
          end: 32,
        },
        variants: ["text"],
      },
    ],
    [
      "the second link",
      "http://x.example and http://blog.example",
      {
        strength: 1,
        evidence: "blog.example",
        span: {
          field: "content",
          start: 21,
          end: 40,
        },
        variants: ["text"],
      },
    ],
    [
      "the author's website",
      { author: { url: "https://www.blog.example" } },
      {
        strength: 1,
        evidence: "blog.example",
        variants: ["author"],
      },
    ],
    [
      "both",
      { content: "as in http://m.blog.example/tides", author: { url: "https://blog.example" } },
      {
        strength: 1,
        evidence: "m.blog.example",
        span: {
          field: "content",
          start: 6,
          end: 33,
        },
        variants: ["text", "author"],
      },
    ],
    [
      "the post's host is the site's",
      { content: "see http://sea.example/b", post: { url: "https://sea.example/a" } },
      {
        strength: 1,
        evidence: "sea.example",
        span: {
          field: "content",
          start: 4,
          end: 24,
        },
        variants: ["text"],
      },
      { policy: { hosts: [] } },
    ],
  ],
  passes: [
    ["another site", "http://x.example"],
    ["a host that only ends like it", "http://notblog.example"],
    ["a host that only begins like it", "http://blog.example.evil.example"],
    ["the host in the path", "http://x.example/blog.example"],
    ["the host in the text", "blog.example says so"],
    ["another website", { author: { url: "http://notblog.example" } }],
    ["the site's host is not known", "http://blog.example/a", { policy: { hosts: [] } }],
    ["no link", "no link"],
  ],
});
