import { describe, expect, it } from "vitest";
import { type Arriving, Recent, recall, type Trace } from "../../../src/core/memory/recent.ts";
import { Reputation } from "../../../src/core/memory/reputation.ts";
import { fingerprint } from "../../../src/core/reading/fingerprint.ts";
import { NOW } from "../../clock.ts";
import { aComment, aSubject } from "../a-comment.ts";

const comment = aComment({
  author: { name: "Ada", id: "7", url: "http://shells.example" },
  post: { url: "https://blog.example/tides" },
  parent: { id: "c0" },
});
const arriving: Arriving = {
  id: "b",
  comment,
  hash: "h",
  mail: "m1",
  network: { prefix: ["p1", "p0"] },
  browser: "b1",
  arrived: NOW,
};
const subject = aSubject(comment);
const print = fingerprint(subject);

const before: Trace = {
  id: "a",
  post: comment.post.url,
  parent: "c0",
  hash: "h",
  arrived: NOW - 1000,
  status: "published",
  decided: true,
  fingerprint: print,
  mail: "m1",
  name: "Ada",
  prefix: "p0",
};

describe("what a site has in mind of a comment that comes", () => {
  it("is what is in mind of its text, place, network, author and domains together", () => {
    const recent = new Recent();
    recent.remember(before);
    recent.remember({ ...before, id: "c", mail: "m2", name: "Cy", post: "moon" });
    const reputation = new Reputation();
    const marks = ["p0", "b2"];
    reputation.testify({ decision: "approve", mail: "m1", marks, domains: ["shells.example"] }, 1);
    const recalled = recall({ recent, reputation }, arriving, subject, []);
    expect({ ...recalled, marks: [...recalled.marks].filter((mark) => !mark.startsWith("id:")) }).toEqual({
      samePostsToday: 1,
      nearSpam: 0,
      nearPublished: 1,
      velocity: { lastMinute: 2, lastHour: 2 },
      otherNames: 1,
      double: "a",
      standing: { approved: 1, spam: 0, discarded: 0, confirmed: true },
      domains: [{ domain: "shells.example", spam: 0, ham: 1 }],
      fingerprint: print,
      prefixes: ["p1", "p0"],
      marks: ["p1", "p0", "b1", "b2"],
    });
  });

  it("is nothing on a new site but where it came from", () => {
    const memory = { recent: new Recent(), reputation: new Reputation() };
    const unknown = { ...arriving, mail: undefined, network: undefined, browser: undefined };
    expect(recall(memory, { ...unknown, comment: aComment() }, aSubject({ content: "Yes." }), [])).toEqual({
      samePostsToday: 0,
      nearSpam: 0,
      nearPublished: 0,
      velocity: undefined,
      otherNames: undefined,
      standing: undefined,
      domains: [],
      fingerprint: undefined,
      prefixes: [],
      marks: new Set(),
    });
  });

  it("says nothing of a network that most commenters share", () => {
    const recent = new Recent();
    for (let i = 0; i < 20; i++) recent.remember({ ...before, id: `a${i}`, mail: `m${i}`, hash: `h${i}` });
    const { prefixes, velocity, marks } = recall(
      { recent, reputation: new Reputation() },
      arriving,
      subject,
      [],
    );
    expect({ prefixes, velocity, marks: marks.size }).toEqual({
      prefixes: [],
      velocity: undefined,
      marks: 2,
    });
  });
});
