import { knownDomain } from "../../../src/core/signals/known-domain.ts";
import { table } from "./table.ts";

const known = (...domains: [domain: string, spam: number, ham: number][]) => ({
  history: { domains: domains.map(([domain, spam, ham]) => ({ domain, spam, ham })) },
});

table(knownDomain, {
  is: { name: "known-domain", group: "trust", points: -1.5 },
  finds: [
    [
      "its only link leads to an approved domain",
      "see http://docs.tides.org/a",
      {
        strength: 1,
        evidence: "tides.org",
      },
      known(["tides.org", 0, 1]),
    ],
    [
      "both links do",
      "http://tides.org and http://shells.org",
      {
        strength: 1,
        evidence: "tides.org, shells.org",
      },
      known(["tides.org", 0, 1], ["shells.org", 0, 9]),
    ],
    [
      "her website does",
      { content: "tides", author: { url: "https://tides.org" } },
      { strength: 1, evidence: "tides.org" },
      known(["tides.org", 0, 1]),
    ],
    [
      "a link to the site itself beside it",
      "http://tides.org and https://blog.example/about",
      { strength: 1, evidence: "tides.org" },
      known(["tides.org", 0, 1]),
    ],
    [
      "three domains are told of four",
      "http://a.org",
      {
        strength: 1,
        evidence: "a.org, b.org, c.org",
      },
      known(["a.org", 0, 1], ["b.org", 0, 1], ["c.org", 0, 1], ["d.org", 0, 1]),
    ],
  ],
  passes: [
    ["one link leads elsewhere", "http://tides.org and http://shells.org", known(["tides.org", 0, 1])],
    [
      "her website leads elsewhere",
      { content: "http://tides.org", author: { url: "http://shells.org" } },
      known(["tides.org", 0, 1]),
    ],
    ["a domain that only ends like it", "http://notcasino.example", known(["casino.example", 0, 3])],
    ["a domain that it only ends like", "http://casino.example", known(["notcasino.example", 0, 3])],
    ["a domain that only begins like it", "http://tides.org.evil.com", known(["tides.org", 0, 3])],
    ["spam as well", "http://tides.org", known(["tides.org", 1, 9])],
    ["all was taken back", "http://tides.org", known(["tides.org", 0, 0])],
    ["no record", "http://tides.org", known()],
    ["no link", "tides", known(["tides.org", 0, 1])],
    ["the site could not be asked", "http://tides.org", { history: undefined }],
  ],
});
