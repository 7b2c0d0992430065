import { describe, expect, it, vi } from "vitest";
import { check } from "../../../src/core/check.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { madeComments } from "../../../src/lab/same/comments.ts";
import { aCorpus, aPolicy } from "../a-comment.ts";

/** The filter that searches for everything everywhere, as if each text might hold all there is. */
async function unsparing() {
  vi.resetModules();
  const everything = {
    text: "",
    classes: -1,
    signs: -1,
    letters: 1e9,
    capitals: 1e9,
    digits: 1e9,
    longest: 1e9,
    repeated: 1e9,
    alone: 1e9,
    told: -1,
    digitWords: 1e9,
    pairs: new Int32Array(0),
  };
  vi.doMock("../../../src/core/reading/needs.ts", async (original) => ({
    ...(await original<object>()),
    mayHold: () => () => true,
  }));
  vi.doMock("../../../src/core/reading/survey.ts", async (original) => ({
    ...(await original<object>()),
    surveyOf: () => everything,
    foldedSurvey: () => everything,
  }));
  const own = await import("../../../src/core/check.ts");
  const reading = await import("../../../src/core/reading/subject.ts");
  return { check: own.check, read: reading.read };
}

describe("a search that one look at the text spares", () => {
  it("would have found nothing", async () => {
    const other = await unsparing();
    const policy = aPolicy({ languages: ["en"] });
    for (const comment of madeComments(120, [
      "thank you for sharing, call 0170 1234567 or write to ada at gmail.com",
    ])) {
      const found = check(read(comment, ["blog.example"]), aCorpus(), undefined, policy);
      const all = other.check(other.read(comment, ["blog.example"]), aCorpus(), undefined, policy);
      expect(found).toEqual(all);
    }
  });
});
