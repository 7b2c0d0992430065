import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import type { Comment } from "../../../src/core/comment.ts";
import { entryFault } from "../../../src/core/judging/entry.ts";
import { aCorpus, aHistory, aPolicy, aSubject } from "../a-comment.ts";

const corpus = aCorpus();

/** Whether an entry of the blocked list hits a comment. */
const blocks = (entry: string, given: Partial<Comment> | string) => {
  const comment = typeof given === "string" ? { content: given } : given;
  const { policy } = check(aSubject(comment), corpus, aHistory(), aPolicy({ blocked: [entry] }));
  return policy.some(({ rule }) => rule === `blocked: ${entry}`);
};

describe("an entry of a list", () => {
  it.each<[string, Partial<Comment> | string]>([
    ["casino", "A CASINO, they say"],
    ["casino", "a c\u200bas\u2062i\u2068n\u034fo"],
    ["casino", "a 𝓬𝓪𝓼𝓲𝓷𝓸"],
    ["casino", "a саsinо with Cyrillic letters"],
    ["casino", { content: "try the c&#97;sino tonight", format: "html" }],
    ["casino", { content: "no word", author: { name: "Casino Bonus" } }],
    ["casino", `${"word ".repeat(700)}casino`],
    ["ca\u200bsino", "a casino"],
    ["лайки", "Мы платим за лайки каждый день"],
    ["ЛАЙКИ", "лайки"],
    ["crédit", "Besoin d'un crédit rapide ?"],
    ["credit", "Besoin d'un crédit rapide ?"],
    ["Größe", "In jeder Größe lieferbar"],
    ["buy now", "please buy  now"],
    ["buy-now", "click buy-now here"],
    ["赌场", "这里有最好的赌场欢迎大家来玩"],
    ["カジノ", "オンラインカジノで遊ぼう"],
    ["คาสิโน", "เล่นคาสิโนออนไลน์"],
    ["VIP赌场", "来VIP赌场玩"],
    ["카지노", "온라인카지노에서 놀자"],
    ["GRÖSSE", "In jeder Größe lieferbar"],
    ["straße", "IN DER STRASSE"],
    ["casino", "a cas\0in\u0008o"],
    ["casino", "a cas\ufff9ino"],
    ["casino", { content: "a cas<b></b>ino and", format: "html" }],
    ["casino", { content: "a cas<!-- x --><i class='y'>ino</i>", format: "html" }],
    ["casino.example", "see https://casino.example/x"],
    ["//casino.example", "see https://casino.example/x"],
    ["casino.example:443", "see https://casino.example/x"],
    ["casino.example.", "see https://casino.example/x"],
    ["mailto:kim@mail.example", { content: "no link", author: { email: "kim@mail.example" } }],
    ["Kim <kim@mail.example>", { content: "no link", author: { email: "kim@mail.example" } }],
    ["casino.example", "see https://bonus.casino.example"],
    ["casino.example", "see https://www.casino.example"],
    ["www.casino.example", "see https://casino.example"],
    ["casino.example", "see https://cas\u200bino．example/x"],
    ["casino.example", { content: 'see <a href="//cas&#105;no.example/x">x</a>', format: "html" }],
    ["casino.example", "see [x](https:\\\\casino.example)"],
    ["casino.example", { content: "no link", author: { url: "casino.example/me" } }],
    ["casino.example", { content: "no link", author: { email: "kim@mail.casino.example" } }],
    ["müller.de", "see xn--mller-kva.de"],
    ["xn--mller-kva.de", "see https://müller.de"],
    ["пример.рф", "see http://xn--e1afmkfd.xn--p1ai/x"],
    ["kim@mail.example", { content: "no link", author: { email: "KIM@mail.example" } }],
    ["https://evil.example/", "see https://evil.example/a"],
    ["HTTP://WWW.Evil.Example", "see https://evil.example/a"],
    ["www.evil.example", "see https://www.evil.example/a"],
    ["*.evil.example", "see https://shop.evil.example/a"],
    ["evil.example/shop", "see https://evil.example/shop/1?a"],
    ["https://evil.example/shop/", "see https://evil.example/shop"],
    ["@mailinator.com", { content: "no link", author: { email: "x@MAILINATOR.com" } }],
    ["*@mailinator.com", { content: "no link", author: { email: "x@mailinator.com" } }],
    ['"buy now"', "please buy now"],
    ["„Größe“", "in jeder Größe"],
    ["casino # seen in May", "a casino"],
    ["+62 812-0000-1234", "call 62 (812) 00001234 now"],
    ["081200001234", "Hub 0812-0000-1234."],
    ["🎰", "win 🎰🎰"],
    ["❤️", { content: "no sign", author: { name: "Kim ❤" } }],
    ["co-operate", "please co operate"],
    ["C++", "in c"],
  ])("%j hits %j", (entry, given) => {
    expect(blocks(entry, given)).toBe(true);
  });

  it.each<[string, Partial<Comment> | string]>([
    ["casino", "many casinos"],
    ["casino", "https://casino.example"],
    ["dress", { content: "no word", author: { name: "Andressa" } }],
    ["лайк", "лайки"],
    ["buy now", "buy it now"],
    ["赌场", "这里没有"],
    ["VIP赌场", "来MVIP赌场玩"],
    ["casino.example", "https://notcasino.example"],
    ["casino.example", "https://casino.example.org/casino.example"],
    ["casino.example", "a casino example"],
    ["casino.example", { content: "no link", author: { email: "kim@notcasino.example" } }],
    ["kim@mail.example", { content: "kim@mail.example", author: { email: "akim@mail.example" } }],
    ["", "any text"],
    ["# casino", "a casino"],
    ["@mailinator.com", "mailinator.com"],
    ["@mailinator.com", { content: "no link", author: { email: "x@notmailinator.com" } }],
    ["evil.example/shop", "see https://evil.example/shopping"],
    ["evil.example/shop", "see https://evil.example/"],
    ["081200001234", "number 10812000012345"],
    ["🎰", "win"],
    ["author:0123456789abcdef01234567 Kim", "author 0123456789abcdef01234567 Kim"],
    [" ", "any text"],
    ["!!!", "wow!!!"],
  ])("%j does not hit %j", (entry, given) => {
    expect(blocks(entry, given)).toBe(false);
  });
});

describe("an entry that could meet nothing it means", () => {
  it.each([
    "203.0.113.7",
    "203.0.113.0/24",
    "203.0.113.7:80",
    "203.0.113.7-203.0.113.9",
    "203.0.113.7 – 9",
    "2001:db8::/32",
    "::1",
    "/casino.*/i",
    "cas[i1]no",
    "(casino|poker)",
    "^casino",
    "casino*",
    "*",
    "\\bcasino\\b",
    "!!!",
    "@",
    "https://",
  ])("is refused: %s", (entry) => {
    expect(entryFault(entry)).toMatch(/^[a-z].{20,}/);
  });

  it.each([
    "casino",
    "# remark",
    "",
    "author:0123456789abcdef01234567 Kim",
    "12:30",
    "e.g.",
    "50% off",
    "a.b@c.example",
    "9/11",
  ])("is not one of these: %j", (entry) => {
    expect(entryFault(entry)).toBeUndefined();
  });
});
