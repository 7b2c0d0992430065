import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import { PAYLOAD_TOKEN } from "../../../src/core/classifier/tokens.ts";
import { scoreChange } from "../../../src/core/judging/score-change.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { withHosts } from "../../../src/core/reading/with-hosts.ts";
import { aComment, aCorpus, aPolicy } from "../a-comment.ts";
import { siteTold } from "../classifier/bare.ts";

const corpora = {
  "a new site": aCorpus(),
  "a site that learned": {
    ...aCorpus(),
    site: siteTold({ counts: { [PAYLOAD_TOKEN]: [900, 2], "ls:tiend": [40, 1], "ls:compr": [40, 1] } }),
  },
};
const before = aPolicy({ hosts: ["blog.example"] });
const changes = {
  "no other": {},
  "another language": { languages: ["en"] },
  "a language with stems of its own": { languages: ["es", "ru"] },
  "other hosts": { hosts: ["shop.example"] },
  "hosts and languages": { hosts: [], languages: ["es"] },
};
const contents = [
  "A tide.",
  "Las ventanas cerraron y nadie las abre",
  "Las tiendas compraron muchas cosas en la misma tienda",
  "Cheap pills at http://pills.example/buy and http://shop.example/",
  "Спасибо за статью, помогло! https://blog.example/2",
];

describe.each(Object.entries(corpora))("%s", (_, corpus) => {
  it.each(Object.entries(changes))(
    "the score by %s is higher by as much as whole verdicts say",
    (_, change) => {
      const after = { ...before, ...change };
      for (const content of contents) {
        const comment = aComment({ content, author: { name: "Kim", url: "https://shop.example" } });
        const scoreBy = (policy: typeof before) =>
          check(read(comment, policy.hosts), corpus, undefined, policy).score;
        const subject = read(comment, before.hosts);
        const from = { subject, policy: before };
        const to = { subject: withHosts(subject, after.hosts), policy: after };
        expect(scoreChange(from, to, corpus)).toBeCloseTo(scoreBy(after) - scoreBy(before), 9);
      }
    },
  );
});
