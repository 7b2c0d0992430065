import { linkDisguise } from "../../../src/core/signals/link-disguise.ts";
import { table } from "./table.ts";

const shorteners =
  "bit.ly goo.gl tinyurl.com t.co ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at t.ly rb.gy adf.ly bl.ink tiny.cc lnkd.in v.gd soo.gd s.id clck.ru vk.cc u.to qr.ae wp.me kutt.it dlvr.it";

table(linkDisguise, {
  is: { name: "link-disguise", group: "links" },
  finds: [
    ...shorteners.split(" ").map(
      (host) =>
        [
          host,
          `at https://${host}/3xYz now`,
          {
            strength: 1,
            evidence: `shortener: ${host}`,
            span: { field: "content", start: 3, end: 16 + host.length },
            variants: ["shortener"],
          },
        ] as const,
    ),
    [
      "a bare address",
      "http://192.168.4.4/x",
      {
        strength: 1,
        evidence: "address: 192.168.4.4",
        span: {
          field: "content",
          start: 0,
          end: 20,
        },
        variants: ["address"],
      },
    ],
    [
      "a bare address of the newer kind",
      { author: { url: "http://[2001:db8::1.2.3.4]/x" } },
      {
        strength: 1,
        evidence: "address: [2001:db8::102:304]",
        variants: ["address"],
      },
    ],
    [
      "punycode",
      "http://xn--80ak6aa92e.com/",
      {
        strength: 1,
        evidence: "punycode: xn--80ak6aa92e.com",
        span: {
          field: "content",
          start: 0,
          end: 26,
        },
        variants: ["punycode"],
      },
    ],
    [
      "a user name in front",
      "http://paypal.com@evil.example/",
      {
        strength: 1,
        evidence: "user name: evil.example",
        span: {
          field: "content",
          start: 0,
          end: 31,
        },
        variants: ["user name"],
      },
    ],
    [
      "the second link",
      "http://x.example and https://bit.ly/a",
      {
        strength: 1,
        evidence: "shortener: bit.ly",
        span: {
          field: "content",
          start: 21,
          end: 37,
        },
        variants: ["shortener"],
      },
    ],
    [
      "the author's website",
      { author: { url: "https://bit.ly/a" } },
      {
        strength: 1,
        evidence: "shortener: bit.ly",
        variants: ["shortener"],
      },
    ],
    ...["https://cort.as/-Kxf2", "http://v.example/rztK3Vk", "http://x.example/a1b2?&q=1"].map(
      (url) =>
        [
          `a path as shorteners make them: ${url}`,
          `see ${url}`,
          {
            strength: 1,
            evidence: `short path: ${new URL(url).host}`,
            span: { field: "content", start: 4, end: 4 + url.length },
            variants: ["short path"],
          },
        ] as const,
    ),
    [
      "below a shortener's domain",
      "https://x.bit.ly/a",
      {
        strength: 1,
        evidence: "shortener: x.bit.ly",
        span: {
          field: "content",
          start: 0,
          end: 18,
        },
        variants: ["shortener"],
      },
    ],
  ],
  passes: [
    ["a plain link", "https://www.tides.example/a"],
    ["a shortener's name in the path", "https://www.tides.example/bit.ly"],
    ["a domain that only ends like a shortener", "https://rabbit.ly/a"],
    ["a domain that only begins like a shortener", "https://bit.ly.tides.org/a"],
    ["a version number", "version 1.2.3.4 is out"],
    ["a host that begins with a number", "http://4.tides.example"],
    ["a mail address", "mail me at a@b.example"],
    ["an at sign in the path", "https://social.example/@ada"],
    ["an at sign in the query", "https://tides.example?mail=a@b.example"],
    ["a plain website", { author: { url: "https://tides.example/@ada" } }],
    ["a short path that is a word", "http://x.example/About and http://x.example/tides"],
    ["a short path below a long host", "http://the-tides.example/a1b2c"],
    ["a short path below a host of a host", "http://a.b.example/a1b2c"],
    ["a longer path", "http://x.example/a1b2c3d4e5 and http://x.example/a1b2/c"],
    ["no link", "bit.l y"],
  ],
});
