import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Reputation, type Testimony } from "../../../src/core/memory/reputation.ts";

const said = (decision: Testimony["decision"], given: Partial<Testimony> = {}): Testimony => ({
  decision,
  mail: "m1",
  marks: [],
  domains: [],
  ...given,
});

const record = (...testimonies: readonly (readonly [Testimony, 1 | -1])[]) => {
  const reputation = new Reputation();
  for (const [testimony, sign] of testimonies) reputation.testify(testimony, sign);
  return reputation;
};
const nobody = { approved: 0, spam: 0, discarded: 0, confirmed: false };

describe("an author's standing", () => {
  const home = ["p1"];

  it("counts what people decided on comments with the same address and mark", () => {
    const reputation = record(
      [said("approve", { marks: home }), 1],
      [said("approve", { marks: home }), 1],
      [said("spam", { marks: home }), 1],
      [said("discard", { marks: home }), 1],
      [said("spam", { mail: "m2", marks: home }), 1],
    );
    expect(reputation.standing("m1", ["p0", "p1"])).toEqual({
      approved: 2,
      spam: 1,
      discarded: 1,
      confirmed: true,
    });
    expect(reputation.standing("m2", home)).toEqual({ ...nobody, spam: 1 });
    expect(reputation.standing("m3", home)).toEqual(nobody);
    expect(reputation.standing(undefined, home)).toBeUndefined();
  });

  it("is not a stranger's who types her address, and no stranger's spam is hers", () => {
    const reputation = record(
      [said("approve", { marks: ["p1", "b1"] }), 1],
      [said("spam", { marks: ["p2", "b2"] }), 1],
      [said("spam", { marks: [] }), 1],
    );
    expect(reputation.standing("m1", ["p1"])).toEqual({ ...nobody, approved: 1, confirmed: true });
    expect(reputation.standing("m1", ["p2"])).toEqual({ ...nobody, spam: 1 });
    expect(reputation.standing("m1", ["p3"])).toEqual(nobody);
    expect(reputation.standing("m1", [])).toEqual(nobody);
  });

  it("goes with her through marks that approved comments link, and through no others", () => {
    const reputation = record(
      [said("approve", { marks: ["p1", "b1"] }), 1],
      [said("approve", { marks: ["p2", "b1"] }), 1],
      [said("spam", { marks: ["p3", "b1"] }), 1],
    );
    expect(reputation.standing("m1", ["p2"])).toEqual({ ...nobody, approved: 2, spam: 1, confirmed: true });
    expect(reputation.standing("m1", ["p3"])).toEqual({ ...nobody, spam: 1 });
    expect(reputation.marksWith("m1", ["p2"], new Set())).toEqual(new Set(["p2", "b1", "p1"]));
    expect(reputation.marksWith("m1", ["p3"], new Set())).toEqual(new Set(["p3"]));
  });

  it("does not go by marks that most commenters share", () => {
    const reputation = record(
      [said("approve", { marks: ["p1", "b1"] }), 1],
      [said("spam", { marks: ["p1", "b2"] }), 1],
    );
    const shared = new Set(["p1"]);
    expect(reputation.standing("m1", ["p1", "b1"], shared)).toEqual({
      ...nobody,
      approved: 1,
      confirmed: true,
    });
    expect(reputation.standing("m1", ["p1", "b3"], shared)).toEqual(nobody);
  });

  it("is taken back with the decision, and never falls below nothing", () => {
    const reputation = record(
      [said("approve", { marks: home }), 1],
      [said("approve", { marks: home }), -1],
      [said("spam", { marks: home }), -1],
    );
    expect(reputation.standing("m1", home)).toEqual(nobody);
    expect(reputation.store()).toEqual({ authors: [], domains: [] });
  });

  it("is told as a whole to whom it is about", () => {
    const reputation = record(
      [said("approve", { marks: home }), 1],
      [said("spam", { marks: ["p2"] }), 1],
      [said("discard"), 1],
    );
    expect(reputation.decided("m1")).toEqual({ approved: 1, spam: 1, discarded: 1 });
    expect(reputation.decided("m2")).toBeUndefined();
  });

  it("is nobody's without a mail address", () => {
    expect(record([said("spam", { mail: null }), 1]).store()).toEqual({ authors: [], domains: [] });
  });

  it("is kept for eight places, of which one without approval goes first", () => {
    const spam = (i: number) => [said("spam", { marks: [`s${i}`] }), 1] as const;
    const approved = [said("approve", { marks: home }), 1] as const;
    const many = record(approved, ...Array.from({ length: 20 }, (_, i) => spam(i)));
    expect(many.standing("m1", home)).toEqual({ ...nobody, approved: 1, confirmed: true });
    expect(many.decided("m1")).toEqual({ approved: 1, spam: 7, discarded: 0 });
    const places = Array.from({ length: 9 }, (_, i) => [said("approve", { marks: [`p${i}`] }), 1] as const);
    const known = record(...places);
    expect(["p0", "p1", "p8"].map((mark) => known.standing("m1", [mark])?.confirmed)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("stored before places were told apart holds for the marks of its approved comments", () => {
    const reputation = new Reputation({
      authors: [
        ["m1", { approve: 3, spam: 1, discard: 0, marks: ["p1", "b1"] }],
        ["m2", { approve: 1, spam: 0, discard: 0, marks: [] }],
      ],
      domains: [],
    });
    expect(reputation.standing("m1", ["b1"])).toEqual({
      approved: 3,
      spam: 1,
      discarded: 0,
      confirmed: true,
    });
    expect(reputation.standing("m1", ["p2"])).toEqual(nobody);
    expect(reputation.standing("m2", ["p1"])).toEqual(nobody);
    reputation.testify(said("approve", { marks: ["p1"] }), 1);
    for (let i = 0; i < 4; i++) reputation.testify(said("approve", { marks: ["p1"] }), -1);
    expect(reputation.decided("m1")).toEqual({ approved: 0, spam: 1, discarded: 0 });
    expect(new Reputation(JSON.parse(JSON.stringify(reputation.store()))).store()).toEqual(
      reputation.store(),
    );
  });

  it("is the same after any decisions and their undoing, in any order", () => {
    const decision = fc.record({
      decision: fc.constantFrom("approve" as const, "spam" as const, "discard" as const),
      marks: fc.subarray(["p1", "p2", "b1"]),
    });
    fc.assert(
      fc.property(
        fc.array(decision, { maxLength: 12 }),
        fc.array(decision, { maxLength: 12 }),
        (kept, undone) => {
          const plain = record(...kept.map((given) => [said(given.decision, given), 1] as const));
          const undoing = record(
            ...[...undone, ...kept].map((given) => [said(given.decision, given), 1] as const),
            ...undone.toReversed().map((given) => [said(given.decision, given), -1] as const),
          );
          const told = (reputation: Reputation) => [
            reputation.decided("m1"),
            ...["p1", "p2", "b1"].map((mark) => reputation.standing("m1", [mark])),
          ];
          expect(told(undoing)).toEqual(told(plain));
        },
      ),
    );
  });

  it("is forgotten on demand", () => {
    const reputation = record([said("approve", { marks: home }), 1]);
    expect([reputation.forget("m1"), reputation.forget("m1")]).toEqual([true, false]);
    expect(reputation.standing("m1", home)).toEqual(nobody);
  });
});

describe("a domain's record", () => {
  const tides = { domains: ["tides.org", "moon.org"], mail: null };

  it("counts decisions on comments that link to it", () => {
    const reputation = record(
      [said("approve", tides), 1],
      [said("approve", tides), 1],
      [said("spam", { domains: ["tides.org"] }), 1],
      [said("discard", tides), 1],
    );
    expect(reputation.domains(["moon.org", "notmoon.org", "tides.org"])).toEqual([
      { domain: "moon.org", spam: 0, ham: 2 },
      { domain: "tides.org", spam: 1, ham: 2 },
    ]);
  });

  it("is taken back with the decision, and never falls below nothing", () => {
    const reputation = record(
      [said("spam", tides), 1],
      [said("spam", tides), -1],
      [said("approve", tides), -1],
    );
    expect(reputation.domains(["tides.org"])).toEqual([]);
    expect(reputation.store().domains).toEqual([]);
  });
});

describe("a reputation", () => {
  it("is stored, and comes back as it was", () => {
    const reputation = record(
      [said("approve", { marks: ["p1"], domains: ["tides.org"] }), 1],
      [said("spam", { mail: "m2" }), 1],
    );
    const stored = reputation.store();
    expect(stored).toEqual({
      authors: [
        ["m1", { places: [{ approve: 1, spam: 0, discard: 0, marks: ["p1"] }] }],
        ["m2", { places: [{ approve: 0, spam: 1, discard: 0, marks: [] }] }],
      ],
      domains: [["tides.org", { spam: 0, ham: 1 }]],
    });
    expect(new Reputation(JSON.parse(JSON.stringify(stored))).store()).toEqual(stored);
    expect(new Reputation().store()).toEqual({ authors: [], domains: [] });
  });

  it("keeps four thousand authors and domains, and forgets who was not seen for longest", () => {
    const reputation = new Reputation();
    const see = (i: number) => reputation.testify(said("spam", { mail: `m${i}`, domains: [`d${i}.org`] }), 1);
    for (let i = 0; i < 4000; i++) see(i);
    see(0);
    const first = () => [reputation.store().authors[0]?.[0], reputation.store().domains[0]?.[0]];
    expect(first()).toEqual(["m1", "d1.org"]);
    see(4000);
    expect(first()).toEqual(["m2", "d2.org"]);
    expect([reputation.store().authors.length, reputation.store().domains.length]).toEqual([4000, 4000]);
  });
});
