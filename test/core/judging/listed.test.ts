import { describe, expect, it } from "vitest";
import {
  entryOf,
  isSameAuthor,
  listedAuthor,
  listedName,
  listingOf,
} from "../../../src/core/judging/listed.ts";

const MAIL = "0123456789abcdef01234567";
const NETWORK = "89abcdef0123456789abcdef";
const ada = {
  mail: MAIL,
  name: "Ada",
  prefixes: [NETWORK],
  marks: new Set([NETWORK, "firefox"]),
  confirmed: false,
};
const named = (name: string | undefined) => ({ mail: null, comment: { author: { name } } });

describe("a line of the lists for an author", () => {
  it("goes by her mail address and what she came with, else by her network and name", () => {
    const row = { mail: MAIL, comment: { author: { name: " Ada \n Lovelace " } } };
    expect(entryOf(row, NETWORK, ["p1", "firefox"])).toBe(`author:${MAIL}~p1~firefox Ada Lovelace`);
    expect(entryOf({ ...row, comment: { author: {} } }, null, [])).toBe(`author:${MAIL}`);
    expect(entryOf(named("Ada"), NETWORK, [])).toBe(`network:${NETWORK} Ada`);
    expect(entryOf(named(undefined), NETWORK, [])).toBe(`network:${NETWORK}`);
    expect(entryOf(named("Ada"), null, ["p1"])).toBeUndefined();
  });

  it("keeps sixty characters of the name", () => {
    expect(entryOf(named("x".repeat(70)), NETWORK, [])).toBe(`network:${NETWORK} ${"x".repeat(60)}`);
  });

  it.each([
    [`author:${MAIL}~p1 Ada`, "Ada"],
    [`network:${NETWORK}`, ""],
    ["casino", undefined],
    ["author:abc Ada", undefined],
    [`person:${MAIL} Ada`, undefined],
  ])("%s names %s", (line, name) => expect(listedName(line)).toBe(name));

  it.each([
    [`author:${MAIL}~p1 Ada`, `author:${MAIL} Eve`, true],
    [`author:${MAIL} Ada`, `author:${NETWORK} Ada`, false],
    [`author:${MAIL} Ada`, `network:${MAIL} Ada`, false],
    [`network:${NETWORK} Ada`, `network:${NETWORK} ADA`, true],
    [`network:${NETWORK} Ada`, `network:${NETWORK} Eve`, false],
    ["casino", "casino", false],
  ])("%s and %s are one author: %s", (a, b, same) => expect(isSameAuthor(a, b)).toBe(same));

  it("stands in one list, blocked before allowed", () => {
    const line = `author:${MAIL} Ada`;
    expect(listingOf({ blocked: ["casino"], allowed: [line] }, line)).toBe("allowed");
    expect(listingOf({ blocked: [line], allowed: [line] }, line)).toBe("blocked");
    expect(listingOf({ blocked: ["casino"], allowed: [] }, line)).toBeUndefined();
    expect(listingOf({ blocked: [line], allowed: [] }, undefined)).toBeUndefined();
  });
});

describe("who is blocked", () => {
  const blocked = (line: string, author = ada) =>
    listedAuthor({ blocked: ["casino", line], allowed: [] }, author);

  it("is known by her mail address", () => {
    expect(blocked(`author:${MAIL} Ada`)).toEqual({ effect: "reject", name: "Ada" });
    expect(blocked(`author:${NETWORK} Ada`)).toBeUndefined();
  });

  it("is held where the address was approved elsewhere than the line was made", () => {
    const confirmed = { ...ada, confirmed: true };
    expect(blocked(`author:${MAIL}~elsewhere Ada`, confirmed)).toEqual({ effect: "hold", name: "Ada" });
    expect(blocked(`author:${MAIL}~firefox Ada`, confirmed)).toEqual({ effect: "reject", name: "Ada" });
    expect(blocked(`author:${MAIL} Ada`, confirmed)).toEqual({ effect: "reject", name: "Ada" });
    expect(blocked(`author:${MAIL}~elsewhere Ada`)).toEqual({ effect: "reject", name: "Ada" });
  });

  it("is known without an address by network and name", () => {
    expect(blocked(`network:${NETWORK} ADA`)).toEqual({ effect: "reject", name: "ADA" });
    expect(blocked(`network:${NETWORK} Eve`)).toBeUndefined();
    expect(blocked(`network:${MAIL} Ada`)).toBeUndefined();
  });

  it("is nobody with an address, where the line has no name", () => {
    const line = `network:${NETWORK}`;
    expect(blocked(line, { ...ada, name: "" })).toBeUndefined();
    expect(
      listedAuthor({ blocked: [line], allowed: [] }, { ...ada, name: undefined, mail: undefined }),
    ).toEqual({
      effect: "reject",
      name: "",
    });
  });
});

describe("who is allowed", () => {
  const allowed = (line: string, author = ada) =>
    listedAuthor({ blocked: [], allowed: ["words", line] }, author);

  it("has the address and something that she was trusted with", () => {
    expect(allowed(`author:${MAIL}~firefox Ada`)).toEqual({ effect: "publish", name: "Ada" });
    expect(allowed(`author:${MAIL}~elsewhere Ada`)).toBeUndefined();
    expect(allowed(`author:${NETWORK}~firefox Ada`)).toBeUndefined();
  });

  it("has been approved, where the line knows no more than the address", () => {
    expect(allowed(`author:${MAIL} Ada`)).toBeUndefined();
    expect(allowed(`author:${MAIL} Ada`, { ...ada, confirmed: true })).toEqual({
      effect: "publish",
      name: "Ada",
    });
  });

  it("is never known by network and name alone, and blocked all the same", () => {
    expect(allowed(`network:${NETWORK} Ada`)).toBeUndefined();
    const lists = { blocked: [`author:${MAIL} Eve`], allowed: [`author:${MAIL}~firefox Ada`] };
    expect(listedAuthor(lists, ada)).toEqual({ effect: "reject", name: "Eve" });
  });
});
