import { describe, expect, it } from "vitest";
import { PAYLOAD_TOKEN, siteOnlyTokens, wordTokens } from "../../../src/core/classifier/tokens.ts";
import type { Comment } from "../../../src/core/comment.ts";
import { fold } from "../../../src/core/reading/fold.ts";
import { siteStems } from "../../../src/core/reading/site-stems.ts";
import { isStopWord, LONGEST_WORD, stem } from "../../../src/core/reading/stem.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { aComment } from "../a-comment.ts";

const tokens = (comment: Partial<Comment>) => [
  ...wordTokens(read(aComment(comment), ["blog.example"])).texts,
];
const numbered = (count: number, kind = "w") => Array.from({ length: count }, (_, i) => `${kind}${i}x`);

describe("a folded text", () => {
  const likes = {
    a: "аαɑ",
    b: "ьβƅ",
    c: "сςᴄ",
    d: "ԁɗ",
    e: "еєεҽ",
    f: "ϝƒ",
    g: "ɡց",
    h: "һհ",
    i: "іıɩι",
    j: "јϳ",
    k: "кκ",
    l: "ӏⅼǀ",
    m: "м",
    n: "пոη",
    o: "оοօσ",
    p: "рρ",
    q: "ԛգ",
    r: "гᴦ",
    s: "ѕꜱ",
    t: "тτ",
    u: "цυսᴜ",
    v: "νѵᴠ",
    w: "ѡωաᴡ",
    x: "хχ",
    y: "уγү",
    z: "ᴢʐ",
  };

  it.each(Object.entries(likes))("has %s for what looks like it, in a Latin word", (latin, letters) => {
    for (const letter of letters) expect(fold(`x${letter}`), letter).toBe(`x${latin}`);
  });

  it.each([
    ["capitals", "FREE Money", "free money"],
    ["accents", "Żółć naïve", "zołc naive"],
    ["styled letters", "𝓯𝓻𝓮𝓮 ｍｏｎｅｙ ⓕ", "free money f"],
    ["white letters on black, digits on discs and keys", "🆃🅞🅽❹➃➍⓸ 4️⃣d", "ton4444 4d"],
    ["invisible characters", "ca\u200bsi\u00adno\u2060\ufe0f\u202e", "casino"],
    ["ligatures", "oﬃce", "office"],
    ["many accents", "h\u0301\u0302\u0303ello", "hello"],
    ["a Russian word, which stays one", "Привет мир", "привет мир"],
    ["a mixed word beside it", "Привет cаsinо", "привет casino"],
    ["Korean, put together again", "한국어", "한국어"],
    ["nothing", "", ""],
  ])("is without %s", (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("ends after 16,384 characters, unless it is plain", () => {
    expect(fold(`é${"a".repeat(20_000)}`)).toHaveLength(16_384);
    expect(fold("ﷺ".repeat(16_384))).toHaveLength(16_384);
    expect(fold("A".repeat(20_000))).toBe("a".repeat(20_000));
  });
});

describe("a stem", () => {
  it.each([
    ["running", "run"],
    ["websites", "websit"],
    ["привет", "привет"],
    ["i20", "i20"],
    ["it's", "it's"],
    ["", ""],
  ])("of %s is %s", (word, expected) => {
    expect(stem(word)).toBe(expected);
    expect(stem(word)).toBe(expected);
  });

  it("is found after twenty thousand others as well", () => {
    for (const word of numbered(20_010)) expect(stem(word)).toBe(word);
    expect(stem("running")).toBe("run");
  });

  it("is not asked of stop words, which letters are not", () => {
    expect(["the", "and", "casino", "x", "a"].map(isStopWord)).toEqual([true, true, false, false, false]);
    expect(LONGEST_WORD).toBe(25);
  });
});

describe("stems in the site's own languages", () => {
  it.each([
    ["es", "trabajaremos", "trabaj"],
    ["fr", "continuellement", "continuel"],
    ["it", "abbandonata", "abbandon"],
    ["nl", "lichamelijke", "licham"],
    ["nb", "husene", "hus"],
    ["nn", "husene", "hus"],
    ["no", "husene", "hus"],
    ["pt", "quilômetros", "quilômetr"],
    ["ru", "важнейшими", "важн"],
    ["sv", "husen", "hus"],
    ["uk", "зробити", "зробит"],
  ])("for %s: %s", (language, word, expected) => {
    expect([...siteStems([word], [language])]).toEqual([expected]);
  });

  it("are none in English, German, or no language", () => {
    expect([...siteStems(["working"], ["en", "de", "xx", ""])]).toEqual([]);
  });

  it("are of each language, whatever its case and its country", () => {
    expect([...siteStems(["trabajaremos", "trabajamos", "casas"], ["ES-mx", "sv"])]).toEqual([
      "trabaj",
      "cas",
      "trabajaremo",
      "trabajamo",
    ]);
  });

  it("are of words of four to twenty-five letters, the first two hundred", () => {
    const words = ["ojo", "ojos", "casa2", "a".repeat(25), "a".repeat(26)];
    expect([...siteStems(words, ["es"])]).toEqual(
      ["ojos", "a".repeat(25)].map((word) => [...siteStems([word], ["es"])][0]),
    );
    const many = [...Array.from({ length: 199 }, () => "ojo"), "casas", "mesas"];
    expect([...siteStems(many, ["es"])]).toEqual(["cas"]);
  });
});

describe("what the comment says", () => {
  it("is tokens by field, in order, each once", () => {
    expect(
      tokens({
        content: "Running tides, the Running moon: see http://m.tides.org/Big-Waves/a1 or ada@mx.moon.org",
        author: { name: "Ada Bauer", url: "https://www.bauer.co.uk/loans" },
      }),
    ).toEqual([
      "ws:run",
      "ws:tide",
      "ws:moon",
      "a:ada",
      "a:bauer",
      "e:mx.moon.org",
      "h:tides.org",
      "t:tides.org",
      "f:m.tides.org",
      "tld:org",
      "p:tides",
      "p:org",
      "p:big",
      "p:waves",
      "h:bauer.co.uk",
      "u:bauer.co.uk",
      "f:bauer.co.uk",
      "tld:uk",
      "p:bauer",
      "p:loans",
    ]);
  });

  it("is pairs of characters where words are not apart", () => {
    expect(tokens({ content: "漢字かな x" })).toEqual(["ws:漢字", "ws:字か", "ws:かな", "ws:x"]);
    for (const text of ["カナ", "ไทย", "ລາວ", "ខ្មែរ", "မြန်"])
      expect(tokens({ content: text })[0], text).toBe(`ws:${[...fold(text)].slice(0, 2).join("")}`);
    expect(tokens({ content: `${"漢".repeat(2)}字` })).toEqual(["ws:漢漢", "ws:漢字"]);
  });

  it("leaves out the site's own links", () => {
    const own = { content: "see http://blog.example/a", author: { url: "http://m.blog.example" } };
    expect(tokens(own).filter((token) => !token.startsWith("ws:"))).toEqual([]);
  });

  it("is limited: words, their length, mails, hosts, words of a path", () => {
    const count = (kind: string, comment: Partial<Comment>) =>
      tokens(comment).filter((token) => token.startsWith(kind)).length;
    expect(count("ws:", { content: numbered(500).join(" ") })).toBe(400);
    expect(tokens({ content: `${"я".repeat(25)} ${"я".repeat(26)}` })).toEqual([`ws:${"я".repeat(25)}`]);
    expect(tokens({ content: "", author: { name: "я".repeat(30) } })).toEqual([`a:${"я".repeat(25)}`]);
    const mails = numbered(25).map((name) => `a@${name}.org`);
    expect(count("e:", { content: mails.join(" ") })).toBe(20);
    const hosts = numbered(25).map((name) => `http://${name}.org`);
    expect(count("f:", { content: hosts.join(" ") })).toBe(20);
    const path = [..."abcdefghijklmnop"].map((letter) => letter.repeat(3)).join("/");
    expect(count("p:", { content: `http://t.org/${path}` })).toBe(12);
    expect(tokens({ content: "http://tt.org/xy/abc" }).filter((token) => token.startsWith("p:"))).toEqual([
      "p:org",
      "p:abc",
    ]);
  });

  it("is the whole name, too, for the site alone, and stems in its languages", () => {
    const subject = read(aComment({ content: "trabajaremos", author: { name: "Ada Bauer" } }), []);
    expect(siteOnlyTokens(subject, ["es"])).toEqual(["A:ada bauer", "ls:trabaj"]);
    expect(siteOnlyTokens(read(aComment({ content: "x" }), []), ["es"])).toEqual([]);
  });

  it("tells a site alone that there is something to follow", () => {
    const own = (given: Parameters<typeof aComment>[0]) => siteOnlyTokens(read(aComment(given), []), []);
    expect(own({ content: "See http://a.example/b" })).toEqual([PAYLOAD_TOKEN]);
    expect(own({ content: "x", author: { url: "http://a.example/" } })).toEqual([PAYLOAD_TOKEN]);
    expect(own({ content: "x" })).toEqual([]);
  });
});
