import { describe, expect, it } from "vitest";
import { asWritten } from "../../../src/core/explaining/as-written.ts";
import { featuresOf } from "../../../src/core/reading/features.ts";
import { aPolicy, aSubject } from "../a-comment.ts";

const subject = aSubject({
  content:
    "Interesting casinos! Лучший crème brûlée, 𝓬𝓪𝓼𝓱 and ca\u200bts in 漢字文 http://shop.example/offers",
  author: { name: "Renée Žižek" },
});

describe("a token as readers know it", () => {
  it.each([
    ["ws:interest", "interesting"],
    ["ws:casino", "casinos"],
    ["ws:лучшии", "лучший"],
    ["ws:creme", "crème"],
    ["ws:brule", "brûlée"],
    ["ws:cash", "𝓬𝓪𝓼𝓱"],
    ["ws:cat", "cats"],
    ["ws:漢字", "漢字"],
    ["ws:absent", "absent"],
    ["a:renee", "renée"],
    ["A:renee zizek", "renée žižek"],
    ["h:shop.example", "shop.example"],
    ["p:offers", "offers"],
  ])("%s is %s", (token, expected) => {
    expect(asWritten(token, subject, [])).toBe(expected);
  });

  it("is a whole word in the site's own language, too", () => {
    const spanish = aSubject({ content: "Trabajaremos en la canción" });
    expect(["ls:trabaj", "ls:cancion"].map((token) => asWritten(token, spanish, ["es"]))).toEqual([
      "trabajaremos",
      "canción",
    ]);
  });

  it("is never a stem: every word that is told stands in the comment", () => {
    const policy = aPolicy({ languages: ["fr"] });
    const text = "Nous étions vraiment heureux de ces généreuses possibilités and very gracious happenings";
    const french = aSubject({ content: text });
    const { tokens, words } = featuresOf(french, policy);
    for (const token of tokens.slice(words))
      expect(` ${text.toLowerCase()} `).toContain(` ${asWritten(token, french, ["fr"])} `);
  });
});
