import { domainRecord } from "../../../src/core/signals/domain-record.ts";
import { table } from "./table.ts";

const known = (...domains: [domain: string, spam: number, ham: number][]) => ({
  history: { domains: domains.map(([domain, spam, ham]) => ({ domain, spam, ham })) },
});

table(domainRecord, {
  is: { name: "domain-record", group: "behaviour", points: 4 },
  finds: [
    [
      "once spam",
      {},
      {
        strength: 0.75,
        evidence: "x.example: 1 spam",
      },
      known(["x.example", 1, 0]),
    ],
    [
      "twice",
      {},
      {
        strength: 1,
        evidence: "x.example: 2 spam",
      },
      known(["x.example", 2, 0]),
    ],
    [
      "the worst comes last",
      {},
      {
        strength: 1,
        evidence: "b.example: 7 spam",
      },
      known(["a.example", 2, 0], ["b.example", 7, 0]),
    ],
    [
      "the worst comes first",
      {},
      {
        strength: 1,
        evidence: "a.example: 7 spam",
      },
      known(["a.example", 7, 0], ["b.example", 2, 0]),
    ],
    [
      "beside one that was ham as well",
      {},
      {
        strength: 0.75,
        evidence: "b.example: 1 spam",
      },
      known(["a.example", 9, 1], ["b.example", 1, 0]),
    ],
  ],
  passes: [
    ["ham as well", {}, known(["x.example", 5, 1])],
    ["ham only", {}, known(["x.example", 0, 3])],
    ["all was taken back", {}, known(["x.example", 0, 0])],
    ["no domain has a record", {}, known()],
    [
      "another author's spam",
      {},
      { history: { standing: { approved: 0, spam: 9, discarded: 0, confirmed: false } } },
    ],
    [
      "none of the links has a record, though the text looks like one",
      { content: "http://x.example" },
      known(),
    ],
    ["the site could not be asked", {}, { history: undefined }],
  ],
});
