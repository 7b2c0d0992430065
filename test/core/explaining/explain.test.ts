import { describe, expect, it } from "vitest";
import { explain, signalText } from "../../../src/core/explaining/explain.ts";
import { hash } from "../../../src/core/hash.ts";
import { aPolicy, aSubject } from "../a-comment.ts";
import { siteTold } from "../classifier/bare.ts";

const tokens = ["ws:tide", "ws:moon", "A:ada", "ls:marea"];
const starter = {
  version: "test",
  documents: { spam: 10, ham: 10 },
  bias: 0,
  scale: 1,
  shift: 0,
  find: (hashed: number) => {
    const place = tokens.findIndex((token) => hash(token) === hashed);
    return place < 0 ? undefined : place;
  },
  logOdds: { codes: new Uint8Array(4), values: Float32Array.of(0) },
  weights: { codes: Uint8Array.of(0, 1, 2, 2), values: Float32Array.of(1, -3, 5) },
  spam: Float32Array.of(7, 1, 9, 9),
  ham: Float32Array.of(2, 8, 9, 9),
  grams: { codes: new Uint8Array(65_536), values: Float32Array.of(0) },
};

describe("the classifier's evidence", () => {
  it("is told word by word, the strongest first, with what is known of each", () => {
    const site = siteTold({
      weights: { "ws:tide": 1, "a:ada": 0.5, "s:question:one": 2.5 },
      counts: { "a:ada": [2.6, 0.4] },
    });
    const subject = aSubject({ content: "tide and moon, a shell?", author: { name: "Ada" } });
    expect(explain(subject, { starter, site }, aPolicy())).toEqual({
      tokens: [
        { token: "ws:moon", points: -3, starter: { spam: 1, ham: 8 }, site: { spam: 0, ham: 0 } },
        { token: "ws:tide", points: 2, starter: { spam: 7, ham: 2 }, site: { spam: 0, ham: 0 } },
        { token: "a:ada", points: 0.5, starter: undefined, site: { spam: 3, ham: 0 } },
      ],
    });
  });

  it("leaves out what the shipped model may not know", () => {
    const site = siteTold({ weights: { "A:ada": 2, "ls:mare": 1 } });
    const subject = aSubject({ content: "mare", author: { name: "Ada" } });
    const { tokens: told } = explain(subject, { starter, site }, aPolicy({ languages: ["it"] }));
    expect(told.map(({ token, starter: known }) => [token, known])).toContainEqual(["A:ada", undefined]);
  });

  it("is empty where nothing is known", () => {
    expect(explain(aSubject(), { starter: undefined, site: siteTold({}) }, aPolicy())).toEqual({
      tokens: [],
    });
  });

  it("is twenty-five words at most", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => `zz${letter}zz`);
    const weights = Object.fromEntries(letters.map((word, i) => [`ws:${word}`, i + 1]));
    const { tokens: told } = explain(
      aSubject({ content: letters.join(" ") }),
      { starter: undefined, site: siteTold({ weights }) },
      aPolicy(),
    );
    expect(told).toHaveLength(25);
    expect([told[0]?.token, told[24]?.token]).toEqual(["ws:zzzzz", "ws:zzbzz"]);
  });
});

describe("a signal's text", () => {
  it.each([
    ["near-published", "near published", "Nearly the same text as somebody else's published comment"],
    ["shouting", "shouting", "Most letters are capitals"],
    ["baseline", "baseline", "What is assumed of any comment before its evidence is read"],
    ["a-stored-one", "a stored one", "a stored one"],
  ])("of %s is for people", (name, label, description) => {
    expect(signalText(name)).toEqual({ label, description });
  });
});
