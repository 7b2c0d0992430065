import { describe, expect, it } from "vitest";
import type { Comment } from "../../../src/core/comment.ts";
import { priorHits } from "../../../src/core/judging/prior-hits.ts";
import type { History } from "../../../src/core/memory/history.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { aComment, aHistory, aPolicy } from "../a-comment.ts";

const policy = aPolicy({ hosts: ["blog.example"] });
const prior = (comment: Partial<Comment>, history: History | undefined = aHistory()) =>
  priorHits(read(aComment(comment), policy.hosts), history, policy);

describe("the points of priors", () => {
  it("are their strength times what they are worth, in the order of the list", () => {
    const { hits } = prior({ form: { elapsed: 4000 }, content: "{a|b|c}" }, aHistory({ nearSpam: 0.75 }));
    expect(hits).toEqual([
      { signal: "form-speed", points: 3 * 0.33, evidence: "sent after 4.0 s" },
      { signal: "near-spam", points: 3, evidence: "75% alike" },
      { signal: "template", points: 4, evidence: "{a|b|c}", span: { field: "content", start: 0, end: 7 } },
    ]);
  });

  it("are scaled down within a group to four and a half, each by its share", () => {
    const { hits } = prior({}, aHistory({ nearSpam: 1, samePostsToday: 3, nearPublished: 0.8 }));
    expect(hits.map(({ signal, points }) => [signal, points])).toEqual([
      ["near-spam", (4 * 4.5) / 10],
      ["near-published", (2 * 4.5) / 10],
      ["same-text", (4 * 4.5) / 10],
    ]);
  });

  it("are as they are up to four and a half", () => {
    const { hits } = prior({}, aHistory({ nearSpam: 0.65, samePostsToday: 0, nearPublished: 0.76 }));
    expect(hits.map(({ points }) => points)).toEqual([2.6, 1.9]);
  });

  it("of a filled honeypot stay whole, and take nothing from the rest of its group", () => {
    const form = { honeypot: "x", elapsed: 0, token: "failed" } as const;
    const { hits } = prior({ form });
    expect(hits.map(({ signal, points }) => [signal, points])).toEqual([
      ["honeypot", 7],
      ["form-speed", 3],
      ["form-token", 1],
    ]);
  });

  it("that speak for ham are not scaled", () => {
    const standing = { approved: 3, spam: 0, discarded: 0, confirmed: true };
    const domains = [{ domain: "tides.org", spam: 0, ham: 1 }];
    const { hits } = prior(
      { content: "cold dough forgives you http://tides.org", parent: { content: "cold dough forgives you" } },
      aHistory({ standing, domains }),
    );
    expect(hits.map(({ signal, points }) => [signal, points])).toEqual([
      ["quotes-post", -1],
      ["known-domain", -1.5],
      ["trusted-author", -3],
    ]);
  });
});

describe("checks that were not made", () => {
  it("are told with the reason", () => {
    expect(prior({}).notRun).toEqual([
      { signal: "honeypot", reason: "no honeypot field sent" },
      { signal: "form-speed", reason: "no form time sent" },
      { signal: "form-token", reason: "no form token sent" },
      { signal: "form-input", reason: "no count of inputs sent" },
      { signal: "user-agent", reason: "no User-Agent sent" },
      { signal: "old-browser", reason: "no User-Agent sent" },
      { signal: "foreign-referrer", reason: "no referrer sent" },
      { signal: "random-mail", reason: "no mail address sent" },
      { signal: "velocity", reason: "no network address that tells readers apart" },
      { signal: "other-names", reason: "no network address that tells readers apart" },
      { signal: "rejected-author", reason: "no mail address sent" },
      { signal: "old-post", reason: "no date of the post sent" },
      { signal: "off-topic-link", reason: "no title or excerpt of the post sent" },
      { signal: "quotes-post", reason: "neither excerpt nor parent sent" },
      { signal: "trusted-author", reason: "no mail address sent" },
    ]);
  });

  it("begin with the history, if the site could not be asked", () => {
    const [first, ...rest] = priorHits(read(aComment(), []), undefined, policy).notRun;
    expect(first).toEqual({ signal: "history", reason: "the site could not be asked" });
    expect(rest.map(({ signal }) => signal)).not.toContain("velocity");
  });

  it("may have broken, and the others are made", () => {
    const history = {
      ...aHistory({ samePostsToday: 3 }),
      get nearSpam(): number {
        throw new Error("no memory");
      },
    };
    const { hits, notRun } = prior({}, history);
    expect(hits.map(({ signal }) => signal)).toEqual(["same-text"]);
    expect(notRun).toContainEqual({ signal: "near-spam", reason: "no memory", failed: true });
  });
});
