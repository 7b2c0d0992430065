import { linkRepeated } from "../../../src/core/signals/link-repeated.ts";
import { table } from "./table.ts";

table(linkRepeated, {
  is: { name: "link-repeated", group: "links" },
  finds: [
    [
      "the same host twice",
      "http://x.example/a and http://www.x.example/b",
      {
        strength: 1,
        evidence: "x.example",
        span: {
          field: "content",
          start: 23,
          end: 45,
        },
      },
    ],
    [
      "the third of four links",
      "http://x.example http://y.example http://y.example http://x.example",
      {
        strength: 1,
        evidence: "y.example",
        span: {
          field: "content",
          start: 34,
          end: 50,
        },
      },
    ],
  ],
  passes: [
    ["two hosts", "http://x.example/a and http://y.example/b"],
    ["two hosts of one domain", "http://a.tides.org and http://b.tides.org"],
    ["a host that only ends like the other", "http://x.example and http://notx.example"],
    ["the site's own twice", "http://blog.example/a and http://blog.example/b"],
    ["one link", "http://x.example/a"],
    ["no link", "x.example twice: x.example"],
  ],
});
