import { describe, expect, it } from "vitest";
import { commentTypes, formats } from "../../../src/core/comment.ts";
import { decisions, placeOf, statuses } from "../../../src/core/judging/decision.ts";
import { settings } from "../../../src/core/judging/policy.ts";
import { brokenSignal } from "../../../src/core/judging/verdict.ts";

/** What is stored and sent by these words: a change of one is a change of the contract. */
describe("the words of the contract", () => {
  it("are these for a comment", () => {
    expect(commentTypes).toEqual([
      "comment",
      "reply",
      "pingback",
      "trackback",
      "webmention",
      "contact-form",
      "forum-post",
      "signup",
      "message",
    ]);
    expect(formats).toEqual(["text", "html", "markdown"]);
    expect(statuses).toEqual(["pending", "published", "spam", "discarded"]);
  });

  it("say what a decision means, and where an outcome puts a comment", () => {
    expect(decisions).toEqual({
      approve: { status: "published", teaches: "ham" },
      spam: { status: "spam", teaches: "spam" },
      discard: { status: "discarded", teaches: undefined },
    });
    expect(placeOf).toEqual({ publish: "published", review: "pending", reject: "spam" });
  });

  it("name the settings, whose figures come from whole blogs", () => {
    expect(settings).toEqual({
      careful: { publishBelow: 0.002, publishBareBelow: 0.05, rejectAbove: 0.998 },
      balanced: { publishBelow: 0.02, publishBareBelow: 0.5, rejectAbove: 0.99 },
      light: { publishBelow: 0.05, publishBareBelow: 0.8, rejectAbove: 0.99 },
    });
  });

  it("tell why a signal broke", () => {
    expect(brokenSignal("money", new TypeError("no text"))).toEqual({
      signal: "money",
      reason: "no text",
      failed: true,
    });
    expect(brokenSignal("money", "thrown")).toEqual({ signal: "money", reason: "failed", failed: true });
  });
});
