import { describe, expect, it } from "vitest";
import type { PolicyHit } from "../../src/core/judging/verdict.ts";
import { standingRules } from "../../src/site/preview/standing-rules.ts";

const rules: readonly PolicyHit[] = [
  { rule: "blocked: casino", effect: "reject", kind: "blocked", entry: "casino" },
  { rule: "allowed: tides", effect: "publish", kind: "allowed", entry: "tides" },
  {
    rule: "links to shop.example",
    effect: "hold",
    kind: "spread",
    spread: { domain: "shop.example", others: 4 },
  },
  { rule: "holds a link", effect: "hold", kind: "link" },
];

const kinds = (blocked: readonly string[], allowed: readonly string[]) =>
  standingRules(rules, { blocked: [...blocked], allowed: [...allowed] }).map(({ kind }) => kind);

describe("of the rules that a comment met, those stand", () => {
  it.each([
    ["whose entries are there", ["casino"], ["tides"], ["blocked", "allowed", "spread", "link"]],
    ["that no entry made", [], [], ["spread", "link"]],
    ["that hold a domain which is not allowed", [], ["x.example", "shop"], ["spread", "link"]],
    ["but none that holds a domain which is", [], ["https://shop.example/"], ["link"]],
  ] as const)("%s", (_, blocked, allowed, left) => {
    expect(kinds(blocked, allowed)).toEqual(left);
  });
});
