import { authorLink } from "../../../src/core/signals/author-link.ts";
import { table } from "./table.ts";

table(authorLink, {
  is: { name: "author-link", group: "author" },
  finds: [
    [
      "a home page",
      { author: { url: "http://tides.example" } },
      {
        strength: 0.5,
        evidence: "tides.example",
        span: {
          field: "author.url",
          start: 0,
          end: 20,
        },
        variants: ["present", "present/0", "own host"],
      },
    ],
    [
      "a home page with its slash",
      { author: { url: "https://www.tides.example/" } },
      {
        strength: 0.5,
        evidence: "tides.example/",
        span: {
          field: "author.url",
          start: 0,
          end: 26,
        },
        variants: ["present", "present/0", "own host"],
      },
    ],
    ...["https://www.google.com/", "http://google.co.in", "bing.com", "https://facebook.com"].map(
      (url) =>
        [
          `nobody's own: ${url}`,
          { author: { url } },
          {
            strength: 0.5,
            evidence: url.replace(/^https?:\/\/(?:www\.)?/, ""),
            span: { field: "author.url", start: 0, end: url.length },
            variants: ["present", "present/0", "nobody's"],
          },
        ] as const,
    ),
    [
      "a page of her own on a network",
      { author: { url: "https://facebook.com/ada.pereira" } },
      {
        strength: 0.5,
        evidence: "facebook.com/ada.pereira",
        span: { field: "author.url", start: 0, end: 32 },
        variants: ["present", "present/0", "home host", "profile"],
      },
    ],
    [
      "a host that only ends like an engine's",
      { author: { url: "https://notgoogle.com" } },
      {
        strength: 0.5,
        evidence: "notgoogle.com",
        span: { field: "author.url", start: 0, end: 21 },
        variants: ["present", "present/0", "own host"],
      },
    ],
    [
      "a page below",
      { author: { url: "http://tides.example/a" } },
      {
        strength: 1,
        evidence: "tides.example/a",
        span: {
          field: "author.url",
          start: 0,
          end: 22,
        },
        variants: ["present", "present/0", "own host", "deep"],
      },
    ],
    [
      "a query",
      { author: { url: "http://tides.example?p=1" } },
      {
        strength: 1,
        evidence: "tides.example?p=1",
        span: {
          field: "author.url",
          start: 0,
          end: 24,
        },
        variants: ["present", "present/0", "own host", "deep", "page"],
      },
    ],
    [
      "a hyphen in the host",
      { author: { url: "http://cheap-tides.example" } },
      {
        strength: 0.5,
        evidence: "cheap-tides.example",
        span: {
          field: "author.url",
          start: 0,
          end: 26,
        },
        variants: ["present", "present/0", "own host", "hyphen"],
      },
    ],
    [
      "a hyphen in the path only",
      { author: { url: "http://tides.example/cheap-pills" } },
      {
        strength: 1,
        evidence: "tides.example/cheap-pills",
        span: {
          field: "author.url",
          start: 0,
          end: 32,
        },
        variants: ["present", "present/0", "own host", "deep"],
      },
    ],
    [
      "the same site in the text",
      { content: "see http://m.tides.org/x", author: { url: "http://tides.org" } },
      {
        strength: 0.5,
        evidence: "tides.org",
        span: {
          field: "author.url",
          start: 0,
          end: 16,
        },
        variants: ["present", "present/0", "own host", "in text"],
      },
    ],
    [
      "a host that only ends like the blog's",
      { author: { url: "http://notblog.example" } },
      {
        strength: 0.5,
        evidence: "notblog.example",
        span: {
          field: "author.url",
          start: 0,
          end: 22,
        },
        variants: ["present", "present/0", "own host"],
      },
    ],
    ...(
      [
        ["", 0],
        ["x".repeat(99), 0],
        ["x".repeat(100), 100],
        ["x".repeat(399), 100],
        ["x".repeat(400), 400],
        ["x".repeat(1599), 400],
        ["x".repeat(1600), 1600],
      ] as const
    ).map(
      ([content, length]) =>
        [
          `a text of ${content.length} characters`,
          { content, author: { url: "http://tides.example" } },
          {
            strength: 0.5,
            evidence: "tides.example",
            span: { field: "author.url", start: 0, end: 20 },
            variants: ["present", `present/${length}`, "own host"],
          },
        ] as const,
    ),
    ...(
      [
        ["a place on a host of blogs is no page below", "http://ada.wordpress.com", ["home host"], 0.5],
        ["a profile", "https://github.com/ada", ["home host", "profile"], 0.5],
        ["a page two below", "http://tides.example/a/b", ["own host", "deep", "deeper"], 1],
        ["a file", "http://tides.example/a.html", ["own host", "deep", "page"], 1],
        ["two hyphens", "http://buy-my-tides.example", ["own host", "hyphens"], 0.5],
        ["digits", "http://tides24.example", ["own host", "digits"], 0.5],
        ["a long host", "http://thelongesttidesofall.example", ["own host", "long"], 0.5],
      ] as const
    ).map(
      ([why, url, kinds, strength]) =>
        [
          why,
          { author: { url } },
          {
            strength,
            evidence: url.replace(/^https?:\/\//, ""),
            span: { field: "author.url", start: 0, end: url.length },
            variants: ["present", "present/0", ...kinds],
          },
        ] as const,
    ),
    [
      "a long address: what is told of it is cut",
      { author: { url: `http://tides.example/${"a".repeat(100)}` } },
      {
        strength: 1,
        evidence: "tides.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        span: {
          field: "author.url",
          start: 0,
          end: 121,
        },
        variants: ["present", "present/0", "own host", "deep"],
      },
    ],
  ],
  passes: [
    [
      "a profile of somebody who reacted by webmention",
      { type: "webmention", author: { url: "https://social.example/@ada" } },
    ],
    ["no website", {}],
    ["it is empty", { author: { url: "" } }],
    ["it cannot be read", { author: { url: "nonsense" } }],
    ["it is the blog's own", { author: { url: "https://blog.example" } }],
    ["it is below the blog's own", { author: { url: "https://www.people.blog.example/ada" } }],
    [
      "it is the post's",
      { post: { url: "https://sea.example/tides" }, author: { url: "https://sea.example/ada" } },
      { policy: { hosts: [] } },
    ],
    ["a link in the text is none of the author's", "see http://tides.example/a"],
    ["a link in the name is none of the author's", { author: { name: "http://tides.example/a" } }],
    ["the mail's domain is no website", { author: { email: "ada@tides.example" } }],
  ],
});
