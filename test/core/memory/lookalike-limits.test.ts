import { describe, expect, it } from "vitest";
import { Lookalikes, likenesses, type Trait } from "../../../src/core/memory/lookalikes.ts";

/** A text by its sketch: `same` of its 32 slots are those of the text that is all zeros, from the first on. */
const text = (id: string, same: number, exact = id): Trait => ({
  id,
  fingerprint: { exact, sketch: Uint32Array.from({ length: 32 }, (_, slot) => (slot < same ? 0 : slot + 1)) },
  author: undefined,
  domains: [],
});
const only = (id: string, given: Partial<Trait>): Trait => ({
  id,
  fingerprint: undefined,
  author: undefined,
  domains: [],
  ...given,
});

describe("comments are alike", () => {
  it("by text, domain or author", () => {
    expect(likenesses).toEqual(["text", "domain", "author"]);
  });

  it("from three fifths of the slots on", () => {
    const known = new Lookalikes([text("a", 32)]);
    expect(known.like(text("b", 20))).toEqual({ id: "a", by: "text" });
    expect(known.like(text("b", 19))).toBeUndefined();
  });

  it("if their words are the same, whatever the sketch", () => {
    expect(new Lookalikes([text("a", 32, "x")]).like(text("b", 0, "x"))).toEqual({ id: "a", by: "text" });
  });

  it("by their text before their domain, and by their domain before their author", () => {
    const known = new Lookalikes([
      only("author", { author: "m1" }),
      only("domain", { domains: ["x.org"] }),
      text("text", 32),
    ]);
    const all = { ...text("b", 32), author: "m1", domains: ["y.org", "x.org"] };
    expect(known.like(all)).toEqual({ id: "text", by: "text" });
    expect(known.like({ ...all, fingerprint: undefined })).toEqual({ id: "domain", by: "domain" });
    expect(known.like({ ...all, fingerprint: undefined, domains: [] })).toEqual({
      id: "author",
      by: "author",
    });
  });

  it("not by a domain of the author's name, or an author of the domain's", () => {
    const known = new Lookalikes([only("a", { author: "x.org" })]);
    expect(known.like(only("b", { domains: ["x.org"] }))).toBeUndefined();
  });

  it("among the first eight under one key", () => {
    const sketched = (id: string, slot: (at: number) => number): Trait => ({
      ...only(id, {}),
      fingerprint: { exact: id, sketch: Uint32Array.from({ length: 32 }, (_, at) => slot(at)) },
    });
    const zeros = sketched("zeros", () => 0);
    // Alike by twenty slots, eight of which stand side by side: it can be found by these alone.
    const like = sketched("like", (at) => (at < 8 ? 0 : at % 2));
    const rivals = (count: number) =>
      Array.from({ length: count }, (_, i) => sketched(`${i}`, (at) => (at < 8 ? 0 : 1000 * (i + 1) + at)));
    const found = (count: number) => new Lookalikes([...rivals(count), like]).like(zeros);
    expect([found(0), found(7), found(8)]).toEqual([
      { id: "like", by: "text" },
      { id: "like", by: "text" },
      undefined,
    ]);
  });
});
