import { linkCount } from "../../../src/core/signals/link-count.ts";
import { table } from "./table.ts";

const links = (count: number) => Array.from({ length: count }, (_, i) => `http://s${i}.example`).join(" ");

table(linkCount, {
  is: { name: "link-count", group: "links" },
  finds: [
    [
      "none",
      "no link at all",
      {
        strength: 0.1,
        evidence: "none",
        variants: ["0", "0/0"],
      },
    ],
    [
      "a mail address is none",
      "write to ada@tides.example",
      {
        strength: 0.1,
        evidence: "none",
        variants: ["0", "0/0"],
      },
    ],
    [
      "a version is none",
      "since 1.2.3 it works, e.g. here",
      {
        strength: 0.1,
        evidence: "none",
        variants: ["0", "0/0"],
      },
    ],
    [
      "one",
      "see http://tides.example/a",
      {
        strength: 0.2,
        evidence: "tides.example",
        span: {
          field: "content",
          start: 4,
          end: 26,
        },
        variants: ["1", "1/0"],
      },
    ],
    [
      "two",
      "http://a.example http://b.example",
      {
        strength: 0.3,
        evidence: "2 × a.example",
        span: {
          field: "content",
          start: 0,
          end: 16,
        },
        variants: ["2", "2/0"],
      },
    ],
    [
      "three count as two",
      links(3),
      {
        strength: 0.4,
        evidence: "3 × s0.example",
        span: {
          field: "content",
          start: 0,
          end: 17,
        },
        variants: ["2", "2/0"],
      },
    ],
    [
      "four",
      links(4),
      {
        strength: 0.5,
        evidence: "4 × s0.example",
        span: {
          field: "content",
          start: 0,
          end: 17,
        },
        variants: ["4", "4/0"],
      },
    ],
    [
      "nine are as strong as can be",
      links(9),
      {
        strength: 1,
        evidence: "9 × s0.example",
        span: {
          field: "content",
          start: 0,
          end: 17,
        },
        variants: ["9", "9/100"],
      },
    ],
    [
      "twelve count as nine",
      links(12),
      {
        strength: 1,
        evidence: "12 × s0.example",
        span: {
          field: "content",
          start: 0,
          end: 17,
        },
        variants: ["9", "9/100"],
      },
    ],
    [
      "the site's own do not count",
      "http://blog.example/a and http://m.blog.example and http://tides.example",
      {
        strength: 0.2,
        evidence: "tides.example",
        span: {
          field: "content",
          start: 52,
          end: 72,
        },
        variants: ["1", "1/0"],
      },
    ],
    [
      "a host that only ends like the site's counts",
      "http://notblog.example",
      {
        strength: 0.2,
        evidence: "notblog.example",
        span: {
          field: "content",
          start: 0,
          end: 22,
        },
        variants: ["1", "1/0"],
      },
    ],
    [
      "the site's own alone",
      "see http://blog.example/a",
      {
        strength: 0.1,
        evidence: "none",
        variants: ["0", "0/0"],
      },
    ],
    ...(
      [
        [99, 0],
        [100, 100],
        [399, 100],
        [400, 400],
        [1599, 400],
        [1600, 1600],
      ] as const
    ).map(
      ([length, bound]) =>
        [
          `one in ${length} characters`,
          `http://a.example ${"x".repeat(length - 17)}`,
          {
            strength: 0.2,
            evidence: "a.example",
            span: { field: "content", start: 0, end: 16 },
            variants: ["1", `1/${bound}`],
          },
        ] as const,
    ),
  ],
  passes: [
    ["a pingback is a link by right", { type: "pingback", content: links(3) }],
    ["a trackback", { type: "trackback", content: links(3) }],
    ["a webmention", { type: "webmention", content: "no link" }],
  ],
});
