import { describe, expect, it } from "vitest";
import { seenHere, strongest } from "../../../src/core/explaining/strongest.ts";
import { featuresOf } from "../../../src/core/reading/features.ts";
import { aPolicy, aSubject } from "../a-comment.ts";
import { siteTold } from "../classifier/bare.ts";

const features = featuresOf(aSubject({ content: "Casinos, tides and loops" }), aPolicy());
const { tokens } = features;
const points = (weights: Readonly<Record<string, number>>) =>
  Float64Array.from(tokens, (token) => weights[token] ?? 0);

describe("the classifier's evidence", () => {
  it("is whole words, with the site's comments they stood in where there are any", () => {
    const site = siteTold({ counts: { "ws:casino": [12.4, 0], "ws:tide": [0, 1] } });
    expect(strongest(features, points({ "ws:casino": 3, "ws:tide": -2, "ws:loop": 1 }), site, [])).toBe(
      "casinos (here in 12 spam, 0 good), tides (here in 0 spam, 1 good), loops",
    );
  });

  it("rounds what weak lessons add up to", () => {
    expect(seenHere("ws:casino", siteTold({ counts: { "ws:casino": [0.4, 0.6] } }))).toEqual({
      spam: 0,
      ham: 1,
    });
  });
});
