import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import type { Comment } from "../../../src/core/comment.ts";
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
    ["casino.example", "see https://casino.example/x"],
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
    [" ", "any text"],
    ["!!!", "wow!!!"],
  ])("%j does not hit %j", (entry, given) => {
    expect(blocks(entry, given)).toBe(false);
  });
});
