import { describe, expect, it } from "vitest";
import { applyPolicy } from "../../../src/core/judging/apply-policy.ts";
import { ruleOf } from "../../../src/core/judging/old-rule.ts";
import { type Sway, swayed, swayOf, sways } from "../../../src/core/judging/rules.ts";
import type { PolicyHit } from "../../../src/core/judging/verdict.ts";
import { aComment, aHistory, aPolicy, aSubject } from "../a-comment.ts";

const abuse = { score: 0, flagged: true, hits: [] };
const holds = {
  double: "c1",
  answersSpam: true,
  surge: true,
  listed: { effect: "hold", name: "Kim" },
} as const;
const everything = aPolicy({
  hosts: ["blog.example"],
  holdFirstTimers: true,
  holdLinks: true,
  blocked: ["casino: now"],
  allowed: ["second part"],
  own: ["id:7"],
});
const link = "casino: now, the second part. http://other.example/x";

/** Every rule there is, as the filter finds them. */
const found: readonly PolicyHit[] = [
  applyPolicy(
    aSubject({ content: link, cut: true, author: { name: "viagra-test-123" } }, ["blog.example"]),
    aHistory(holds),
    everything,
    "review",
    abuse,
  ),
  applyPolicy(
    aSubject({ content: "​" }),
    aHistory({ listed: { effect: "reject", name: "" } }),
    everything,
    "review",
    abuse,
  ),
  applyPolicy(
    aSubject({ content: "a" }),
    aHistory({ listed: { effect: "publish", name: "A: b" } }),
    everything,
    "review",
    abuse,
  ),
  applyPolicy(aSubject({ author: { role: "editor" } }), aHistory(), everything, "review", abuse),
  applyPolicy(aSubject({ author: { id: "7" } }), aHistory(), everything, "review", abuse),
  applyPolicy(
    aSubject({ ...aComment(), type: "pingback", author: { url: "https://blog.example/p" } }, [
      "blog.example",
    ]),
    aHistory(),
    everything,
    "review",
    abuse,
  ),
].flatMap(({ hits }) => hits);

describe("a rule", () => {
  it("names its kind and the entry it stands for", () => {
    expect(found.map(({ kind, entry }) => (entry === undefined ? kind : `${kind} ${entry}`))).toEqual([
      "cut",
      "test author",
      "blocked casino: now",
      "allowed second part",
      "blocked author Kim",
      "first comment",
      "link",
      "double",
      "answers spam",
      "abuse",
      "surge",
      "blocked author ",
      "first comment",
      "nothing to read",
      "abuse",
      "allowed author A: b",
      "first comment",
      "abuse",
      "staff",
      "own user",
      "allowed second part",
      "own pingback",
    ]);
  });

  it("of a verdict stored before it did is told by its words", () => {
    const stored = found.map(({ rule, effect }) => ({ rule, effect }));
    expect(stored.map(ruleOf)).toEqual(found);
    expect(ruleOf({ rule: "something else", effect: "hold" })).toEqual({
      rule: "something else",
      effect: "hold",
      kind: "unknown",
    });
  });

  it("that names its kind is kept as it is, whatever its words", () => {
    const hit: PolicyHit = { rule: "may be abuse", effect: "hold", kind: "unreachable" };
    expect(ruleOf(hit)).toEqual(hit);
  });
});

describe("rules together", () => {
  const hit = (kind: PolicyHit["kind"], effect: PolicyHit["effect"]): PolicyHit => ({
    rule: "",
    kind,
    effect,
  });
  const [reject, hold, publish] = [hit("blocked", "reject"), hit("abuse", "hold"), hit("allowed", "publish")];
  const [cut, own, staff] = [hit("cut", "hold"), hit("own pingback", "publish"), hit("staff", "publish")];

  it.each<[Sway, readonly PolicyHit[]]>([
    ["none", []],
    ["let through", [publish]],
    ["held", [publish, hold]],
    ["rejected", [publish, hold, reject]],
    ["rejected", [cut, reject]],
    ["seen", [cut, hold, publish]],
    ["published", [own, publish]],
    ["held", [own, hold]],
    ["rejected", [own, reject]],
    ["published", [staff]],
  ])("lead to: %s", (sway, hits) => {
    expect(swayOf(hits)).toBe(sway);
  });

  it("make of the score's outcome what they are strong enough for", () => {
    const table = sways.map((sway) => [
      sway,
      ...(["publish", "review", "reject"] as const).map((byScore) => swayed(sway, byScore)),
    ]);
    expect(table).toEqual([
      ["none", "publish", "review", "reject"],
      ["published", "publish", "publish", "publish"],
      ["let through", "publish", "publish", "reject"],
      ["held", "review", "review", "reject"],
      ["seen", "review", "review", "review"],
      ["rejected", "reject", "reject", "reject"],
    ]);
  });
});
