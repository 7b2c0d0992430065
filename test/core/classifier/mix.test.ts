import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import { siteMix } from "../../../src/core/classifier/mix.ts";
import { loadStarter } from "../../../src/core/classifier/starter.ts";
import { PAYLOAD_TOKEN } from "../../../src/core/classifier/tokens.ts";
import { aPolicy, aSubject } from "../a-comment.ts";
import { siteTold } from "./bare.ts";

const site = (spam: number, ham: number) => siteTold({ counts: { [PAYLOAD_TOKEN]: [spam, ham] } });

describe("a site's mix of what holds something to follow", () => {
  it.each([
    ["nothing, where nothing was decided", 0, 0, 0],
    ["nothing, where as much was good", 10, 10, 0],
    ["nothing, where more was good", 3, 30, 0],
    ["the odds, where more was spam", 7, 3, Math.log(2)],
    ["no more than two, where nearly all was", 900, 2, 2],
    ["weak lessons as they weigh", 3.3, 0, Math.log(4.3)],
  ])("is %s", (_, spam, ham, points) => {
    expect(siteMix(site(spam, ham))).toBeCloseTo(points, 9);
  });

  const judged = (content: string) =>
    check(aSubject({ content }), { starter: undefined, site: site(900, 2) }, undefined, aPolicy());

  it("is a reason of the verdict, and a part of its score", () => {
    const { hits, score } = judged("See http://a.example/b and think of it");
    expect(hits.filter(({ signal }) => signal === "site-mix")).toEqual([
      { signal: "site-mix", points: 2, evidence: "900 spam, 2 good" },
    ]);
    expect(score).toBeCloseTo(
      hits.reduce((sum, { points }) => sum + points, 0),
      9,
    );
  });

  it("says nothing of a comment that holds nothing", () => {
    const { hits } = judged("I thought of it and did not find out");
    expect(hits.filter(({ signal }) => signal === "site-mix")).toEqual([]);
  });
});

describe("all that a site learned", () => {
  it.each([
    ["speaks for spam by so much at most, shared out as it was", 9, 4.5],
    ["stands as it is below that", 3, 3],
    ["speaks for good as far as it learned", -9, -9],
  ])("%s", (_, weight, moved) => {
    const subject = aSubject({ content: "Casinos and tides" });
    const starter = loadStarter();
    const score = (weights: Readonly<Record<string, number>>) =>
      check(subject, { starter, site: siteTold({ weights }) }, undefined, aPolicy()).score;
    expect(score({ "ws:casino": weight / 3, "ws:tide": (2 * weight) / 3 }) - score({})).toBeCloseTo(moved, 4);
  });
});
