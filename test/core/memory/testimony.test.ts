import { describe, expect, it } from "vitest";
import { testimony, type Witness, witnessOf } from "../../../src/core/memory/reputation.ts";
import { aComment } from "../a-comment.ts";

const comment = aComment({ content: "See https://shop.example/a and https://blog.example/b" });
const row = { mail: "m1", prefix: "p1", browser: null, comment, verdict: { policy: [] } };
const rule = (kind: "link" | "double") => ({ rule: "a rule", effect: "hold", kind }) as const;

describe("what a decision speaks of", () => {
  it("is the author, her marks and the domains that are not the blog's own", () => {
    const witness = { mail: "m1", marks: ["p1"], domains: ["shop.example"], double: false };
    expect(witnessOf(row, ["blog.example"])).toEqual(witness);
  });

  it("is a comment that came twice if a rule of that kind held it", () => {
    const double = (...kinds: ("link" | "double")[]) =>
      witnessOf({ ...row, verdict: { policy: kinds.map(rule) } }, []).double;
    expect([double(), double("link"), double("link", "double")]).toEqual([false, false, true]);
  });
});

describe("what a decision says", () => {
  const once: Witness = { mail: "m1", marks: ["p1"], domains: ["shop.example"], double: false };

  it("is said of all of it", () => {
    expect(testimony("discard", once)).toEqual({
      decision: "discard",
      mail: "m1",
      marks: ["p1"],
      domains: ["shop.example"],
    });
  });

  it("is nothing bad of an author who only sent a comment twice", () => {
    const twice = { ...once, double: true };
    const said = (["discard", "spam", "approve"] as const).map((decision) => testimony(decision, twice).mail);
    expect(said).toEqual([null, "m1", "m1"]);
  });
});
