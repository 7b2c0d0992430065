import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lookalikes, type Trait } from "../../../src/core/memory/lookalikes.ts";
import { fingerprint } from "../../../src/core/reading/fingerprint.ts";
import { aSubject } from "../a-comment.ts";

const trait = (id: string, content = "", more: Partial<Trait> = {}): Trait => ({
  id,
  fingerprint: fingerprint(aSubject({ content })),
  author: undefined,
  domains: [],
  ...more,
});
const TEXT = "the tide comes in twice a day and leaves a line of shells along the harbour wall each time";

describe("lookalikes", () => {
  it.each([
    ["the same text", trait("b", TEXT), { id: "a", by: "text" }],
    ["one word exchanged", trait("b", TEXT.replace("shells", "weed")), { id: "a", by: "text" }],
    [
      "one domain in common",
      trait("b", "", { domains: ["x.example", "y.example"] }),
      { id: "a", by: "domain" },
    ],
    ["the same author", trait("b", "", { author: "m1" }), { id: "a", by: "author" }],
  ])("are found by %s", (_, other, found) => {
    const known = new Lookalikes([trait("a", TEXT, { author: "m1", domains: ["y.example"] })]);
    expect(known.like(other)).toEqual(found);
  });

  it.each([
    [
      "other words",
      trait("b", "my grandmother kept bees behind the house and sold the honey on Saturdays in town"),
    ],
    ["texts too short to be told apart", trait("b", "Great post!")],
    ["nothing known of either", trait("b")],
  ])("are not found by %s", (_, other) => {
    expect(new Lookalikes([trait("a", TEXT), trait("c", "Great post!")]).like(other)).toBeUndefined();
  });

  it("never point to what was not added, whatever the texts", () => {
    const text = fc.array(fc.constantFrom("tide", "shell", "wall", "line", "bee", "honey", "town"), {
      minLength: 6,
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const traits = texts.map((words, i) => trait(String(i), words.join(" ")));
        const leaders = new Lookalikes();
        const led = new Set<string>();
        for (const one of traits) {
          const found = leaders.like(one);
          if (found) expect(led).toContain(found.id);
          else {
            leaders.add(one);
            led.add(one.id);
          }
        }
        for (const one of traits) expect(leaders.like(one)).toBeDefined();
      }),
    );
  });
});
