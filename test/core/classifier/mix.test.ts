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
    ["no more than one, where nearly all was", 900, 2, 1],
    ["weak lessons as they weigh", 0.3, 0, Math.log(1.3)],
  ])("is %s", (_, spam, ham, points) => {
    expect(siteMix(site(spam, ham))).toBeCloseTo(points, 9);
  });

  const judged = (content: string) =>
    check(aSubject({ content }), { starter: undefined, site: site(900, 2) }, undefined, aPolicy());

  it("is a reason of the verdict, and a part of its score", () => {
    const { hits, score } = judged("See http://a.example/b and think of it");
    expect(hits.filter(({ signal }) => signal === "site-mix")).toEqual([
      { signal: "site-mix", points: 1, evidence: "900 spam, 2 good" },
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
    ["speaks for spam by so much at most, shared out as it was", 9, 0, 4.5],
    ["stands as it is below that", 3, 0, 3],
    ["speaks for spam further, the more it learned", 9, 900, Math.log(301)],
    ["is bound no further by few lessons", 9, 30, 4.5],
    ["speaks for good as far as it learned", -9, 0, -9],
  ])("%s", (_, weight, lessons, moved) => {
    const subject = aSubject({ content: "Casinos and tides" });
    const starter = loadStarter();
    const score = (weights: Readonly<Record<string, number>>) =>
      check(subject, { starter, site: siteTold({ weights, lessons }) }, undefined, aPolicy()).score;
    expect(score({ "ws:casino": weight / 3, "ws:tide": (2 * weight) / 3 }) - score({})).toBeCloseTo(moved, 4);
  });
});
