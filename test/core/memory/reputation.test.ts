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
  it("counts what people decided", () => {
    const reputation = record(
      [said("approve"), 1],
      [said("approve"), 1],
      [said("spam"), 1],
      [said("discard"), 1],
      [said("spam", { mail: "m2" }), 1],
    );
    expect(reputation.standing("m1", [])).toEqual({ approved: 2, spam: 1, discarded: 1, confirmed: false });
    expect(reputation.standing("m2", [])).toEqual({ ...nobody, spam: 1 });
    expect(reputation.standing("m3", [])).toEqual(nobody);
    expect(reputation.standing(undefined, [])).toBeUndefined();
  });

  it("is taken back with the decision, and never falls below nothing", () => {
    const reputation = record([said("approve"), 1], [said("approve"), -1], [said("spam"), -1]);
    expect(reputation.standing("m1", [])).toEqual(nobody);
    expect(reputation.store()).toEqual({ authors: [], domains: [] });
  });

  it("is nobody's without a mail address", () => {
    expect(record([said("spam", { mail: null }), 1]).store()).toEqual({ authors: [], domains: [] });
  });

  it("is confirmed by a mark of an approved comment, four of which are known", () => {
    const marks = ["p1", "p2", "p3", "p4"].map((mark) => [said("approve", { marks: [mark] }), 1] as const);
    const confirmed = (reputation: Reputation) =>
      ["p1", "p2", "p4", "p5"].map((mark) => reputation.standing("m1", ["x", mark])?.confirmed);
    expect(confirmed(record(...marks))).toEqual([true, true, true, false]);
    expect(confirmed(record(...marks, [said("approve", { marks: ["p1", "p5"] }), 1]))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(confirmed(record([said("spam", { marks: ["p1"] }), 1]))).toEqual([false, false, false, false]);
    expect(confirmed(record([said("approve"), 1], [said("approve", { marks: ["p1"] }), -1]))[0]).toBe(false);
  });

  it("is forgotten on demand", () => {
    const reputation = record([said("approve"), 1]);
    expect([reputation.forget("m1"), reputation.forget("m1")]).toEqual([true, false]);
    expect(reputation.standing("m1", [])).toEqual(nobody);
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
        ["m1", { approve: 1, spam: 0, discard: 0, marks: ["p1"] }],
        ["m2", { approve: 0, spam: 1, discard: 0, marks: [] }],
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
