import { foreignReferrer } from "../../../src/core/signals/foreign-referrer.ts";
import { table } from "./table.ts";

table(foreignReferrer, {
  is: { name: "foreign-referrer", group: "form", points: 1 },
  finds: [
    [
      "another site's page",
      { referrer: "https://elsewhere.example/x" },
      {
        strength: 1,
        evidence: "elsewhere.example",
        span: {
          field: "referrer",
          start: 0,
          end: 27,
        },
      },
    ],
    [
      "a host that only ends like the site's",
      { referrer: "https://notblog.example/tides" },
      {
        strength: 1,
        evidence: "notblog.example",
        span: {
          field: "referrer",
          start: 0,
          end: 29,
        },
      },
    ],
    [
      "a host that only begins like the site's",
      { referrer: "http://blog.example.elsewhere.example" },
      {
        strength: 1,
        evidence: "blog.example.elsewhere.example",
        span: {
          field: "referrer",
          start: 0,
          end: 37,
        },
      },
    ],
    [
      "another site, where the post tells this one's host",
      { referrer: "https://elsewhere.example/", post: { url: "https://sea.example/tides" } },
      {
        strength: 1,
        evidence: "elsewhere.example",
        span: {
          field: "referrer",
          start: 0,
          end: 26,
        },
      },
      { policy: { hosts: [] } },
    ],
  ],
  passes: [
    ["a page of the site", { referrer: "https://blog.example/tides" }],
    ["the same with www", { referrer: "https://www.blog.example/tides" }],
    ["a host below the site's", { referrer: "https://m.blog.example/tides" }],
    [
      "the post's own page",
      { referrer: "https://sea.example/tides?p=1", post: { url: "https://sea.example/tides" } },
      { policy: { hosts: [] } },
    ],
    ["it is empty", { referrer: "" }],
    ["it is no address", { referrer: "about:blank" }],
    ["none was sent", {}],
    ["the site's host is not known", { referrer: "https://elsewhere.example/x" }, { policy: { hosts: [] } }],
    ["a server sent it", { type: "trackback", referrer: "https://elsewhere.example/x" }],
  ],
  missing: [
    ["none was sent", {}, "no referrer sent"],
    [
      "the site's host is not known",
      { referrer: "https://elsewhere.example/x" },
      "the site's host is not known",
      { policy: { hosts: [] } },
    ],
    ["both are known", { referrer: "" }, undefined],
  ],
});
