import { nameLink } from "../../../src/core/signals/name-link.ts";
import { table } from "./table.ts";

table(nameLink, {
  is: { name: "name-link", group: "author" },
  finds: [
    [
      "the name is an address",
      { author: { name: "http://x.example" } },
      {
        strength: 1,
        evidence: "http://x.example",
        span: {
          field: "author.name",
          start: 0,
          end: 16,
        },
        variants: ["is address"],
      },
    ],
    [
      "the name is a domain",
      { author: { name: "cheap-pills.com" } },
      {
        strength: 1,
        evidence: "cheap-pills.com",
        span: {
          field: "author.name",
          start: 0,
          end: 15,
        },
        variants: ["is address"],
      },
    ],
    [
      "the name is a mail address",
      { author: { name: "ada@mail.example" } },
      {
        strength: 1,
        evidence: "ada@mail.example",
        span: {
          field: "author.name",
          start: 0,
          end: 16,
        },
        variants: ["is address"],
      },
    ],
    [
      "the host is made of the name",
      { author: { name: "Quick Loan", url: "http://quick-loan.example" } },
      {
        strength: 0.7,
        evidence: "Quick Loan = quick-loan.example",
        span: {
          field: "author.name",
          start: 0,
          end: 10,
        },
        variants: ["is host"],
      },
    ],
    [
      "the host begins with the name",
      { author: { name: "Quick Loan", url: "http://www.quickloans24.example" } },
      {
        strength: 0.7,
        evidence: "Quick Loan = quickloans24.example",
        span: {
          field: "author.name",
          start: 0,
          end: 10,
        },
        variants: ["is host"],
      },
    ],
    [
      "the words stand in the path",
      { author: { name: "Essay Help", url: "http://x.example/best-HELP-for-essay" } },
      {
        strength: 0.7,
        evidence: "Essay Help in x.example",
        span: {
          field: "author.name",
          start: 0,
          end: 10,
        },
        variants: ["in path"],
      },
    ],
    [
      "one word stands in the host, one in the path",
      { author: { name: "Essay Help", url: "http://my-essay.example/help" } },
      {
        strength: 0.7,
        evidence: "Essay Help in my-essay.example",
        span: {
          field: "author.name",
          start: 0,
          end: 10,
        },
        variants: ["in path"],
      },
    ],
  ],
  passes: [
    ["a name without website", { author: { name: "Ada Bauer" } }],
    [
      "a name that stands nowhere in the address",
      { author: { name: "Ada Bauer", url: "http://tides.example" } },
    ],
    ["a family name in the host", { author: { name: "Ada Bauer", url: "http://bauer.example" } }],
    ["one word in the path only", { author: { name: "essay", url: "http://x.example/essay" } }],
    ["one of two words in the address", { author: { name: "Essay Help", url: "http://x.example/essay" } }],
    ["three letters are too few", { author: { name: "Ada", url: "http://ada.example" } }],
    [
      "the name stands within the host, not at its beginning",
      { author: { name: "adas", url: "http://notadas.example" } },
    ],
    ["no name was sent", { author: { url: "http://x.example" } }],
    ["a website that cannot be read", { author: { name: "nonsense", url: "nonsense" } }],
  ],
});
