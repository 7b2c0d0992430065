import { describe, expect, it } from "vitest";
import { marksOf, marksOfRow } from "../../../src/core/memory/reputation.ts";

const comment = { author: { id: "7" } };
const NONE = new Set<string>();

describe("what tells an author from somebody who typed her mail address", () => {
  it("is her network under both salts, her browser and who the blog says she is", () => {
    const came = { comment, network: { prefix: ["new", "old"] }, browser: "firefox" };
    const [id] = marksOf({ comment }, NONE);
    expect(id).toMatch(/^id:[a-z\d]+$/);
    expect(marksOf(came, NONE)).toEqual(["new", "old", "firefox", id]);
  });

  it("leaves out a network that most commenters share", () => {
    const came = { comment: { author: {} }, network: { prefix: ["new", "old"] } };
    expect(marksOf(came, new Set(["old"]))).toEqual([]);
  });

  it("is the same of a stored comment, as far as it is known", () => {
    const [id] = marksOf({ comment }, NONE);
    expect(marksOfRow({ prefix: "new", browser: "firefox", comment })).toEqual(["new", "firefox", id]);
    expect(marksOfRow({ prefix: null, browser: "firefox", comment })).toEqual(["firefox", id]);
    expect(marksOfRow({ prefix: "new", browser: null, comment: { author: {} } })).toEqual(["new"]);
    expect(marksOfRow({ prefix: null, browser: null, comment: { author: {} } })).toEqual([]);
  });
});
