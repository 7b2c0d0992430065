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
    const unlike = (id: string) => {
      const { fingerprint, ...rest } = text(id, 2);
      const sketch = fingerprint?.sketch.map((value, slot) => (slot < 2 ? 0 : value + 100 * Number(id)));
      return { ...rest, fingerprint: { exact: id, sketch: sketch as Uint32Array } };
    };
    const rivals = (count: number) => Array.from({ length: count }, (_, i) => unlike(String(i + 1)));
    /** Its slots but the first two are in no pair with another's. */
    const wanted = { ...text("z", 32), fingerprint: { exact: "z", sketch: new Uint32Array(32) } };
    const like = (count: number) => new Lookalikes([...rivals(count), wanted]).like(text("b", 32));
    expect([like(7), like(8)].map((found) => found?.id)).toEqual(["z", "z"]);
    const pair = (count: number) =>
      new Lookalikes([...rivals(count), { ...text("z", 2), id: "z" }]).like({ ...text("b", 2), id: "b" });
    expect(pair(7)?.id).toBe("z");
  });
});
