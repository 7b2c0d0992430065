import { trustedAuthor } from "../../../src/core/signals/trusted-author.ts";
import { table } from "./table.ts";

const standing = { approved: 3, spam: 0, discarded: 0, confirmed: true };
const domain = (spam: number, ham: number) => ({ domain: "tides.org", spam, ham });

table(trustedAuthor, {
  is: { name: "trusted-author", group: "trust", points: -3 },
  finds: [
    [
      "three approved, seen before from the same place",
      {},
      {
        strength: 1,
        evidence: "3 approved, 0 spam",
      },
      { history: { standing } },
    ],
    [
      "two approved",
      {},
      { strength: 1, evidence: "2 approved, 0 spam" },
      { history: { standing: { ...standing, approved: 2 } } },
    ],
    [
      "discarded ones do not matter",
      {},
      {
        strength: 1,
        evidence: "40 approved, 0 spam",
      },
      { history: { standing: { ...standing, approved: 40, discarded: 2 } } },
    ],
    [
      "a new domain halves it",
      "see http://tides.org",
      {
        strength: 0.5,
        evidence: "3 approved, 0 spam",
      },
      { history: { standing } },
    ],
    [
      "a domain never approved halves it",
      "see http://tides.org",
      {
        strength: 0.5,
        evidence: "3 approved, 0 spam",
      },
      { history: { standing, domains: [domain(2, 0)] } },
    ],
    [
      "an approved domain does not",
      "see http://tides.org",
      {
        strength: 1,
        evidence: "3 approved, 0 spam",
      },
      { history: { standing, domains: [domain(0, 1)] } },
    ],
    [
      "one known and one new link halve it",
      "see http://tides.org and http://shells.org",
      {
        strength: 0.5,
        evidence: "3 approved, 0 spam",
      },
      { history: { standing, domains: [domain(0, 1)] } },
    ],
  ],
  passes: [
    ["one approved", {}, { history: { standing: { ...standing, approved: 1 } } }],
    [
      "from another place: anybody can type a mail address",
      {},
      { history: { standing: { ...standing, confirmed: false } } },
    ],
    ["one was spam", {}, { history: { standing: { ...standing, approved: 90, spam: 1 } } }],
    ["a name alone is no proof", { author: { name: "Ada Bauer", role: "subscriber" } }, { history: {} }],
    ["no mail address was sent", {}, { history: {} }],
    [
      "nothing is known of the author",
      {},
      { history: { standing: { approved: 0, spam: 0, discarded: 0, confirmed: false } } },
    ],
    ["the site could not be asked", {}, { history: undefined }],
  ],
  missing: [
    ["no mail address was sent", {}, "no mail address sent", { history: {} }],
    ["the site could not be asked", {}, undefined, { history: undefined }],
    ["the author is known", {}, undefined, { history: { standing } }],
  ],
});
