import { describe, expect, it } from "vitest";
import { read } from "../../../src/core/reading/subject.ts";
import { hostOffer } from "../../../src/core/signals/host-offer.ts";
import { aComment } from "../a-comment.ts";
import { table } from "./table.ts";

const offers = (host: string, ...variants: string[]) => ({ strength: 1, evidence: host, variants });
const website = (url: string) => ({ author: { name: "Ada", url } });

table(hostOffer, {
  is: { name: "host-offer", group: "links" },
  finds: [
    ["betting within a word", website("http://ambbetting.com"), offers("ambbetting.com", "games")],
    [
      "a house that everybody knows",
      "at https://sbobetberry.blogspot.com/x",
      {
        strength: 1,
        evidence: "sbobetberry.blogspot.com",
        variants: ["games"],
      },
    ],
    ["a casino of another language", website("https://meinkasino.de/a"), offers("meinkasino.de", "games")],
    ["a number of luck", website("http://bingostars88.info"), offers("bingostars88.info", "lucky")],
    ["a number behind a hyphen", "http://the-mawar777.com", offers("the-mawar777.com", "lucky")],
    ["a cure", "https://buycialisonline.org", offers("buycialisonline.org", "cures")],
    ["a cure below a name", "http://pharmacy.tides.example", offers("pharmacy.tides.example", "cures")],
    ["escorts", website("http://city-escorts.example"), offers("city-escorts.example", "bodies")],
    ["loans", "see fastloans.com please", offers("fastloans.com", "loans")],
    ["an outlet", "http://bagsoutlet.com/new", offers("bagsoutlet.com", "goods")],
    ["what is the name of a whole ending", "http://tides.casino/x", offers("tides.casino", "games")],
    [
      "several, of several kinds",
      "http://cheapviagra.example http://paydayslots.example",
      offers("cheapviagra.example", "cures", "goods", "games", "loans"),
    ],
    [
      "the author's before those of the text",
      { content: "http://casino.example", author: { url: "http://poker.example" } },
      offers("poker.example", "games"),
    ],
  ],
  passes: [
    ["no link", { content: "casino", author: { name: "Casino Joe" } }],
    ["a plain host", "https://www.tides.example/casino and https://ada.example"],
    ["the blog's own hosts", "http://blog.example and http://casino.blog.example"],
    [
      "words that only hold such a word",
      "specialist.example abetting.com timeslots.com essayist.org jerseyshore.com replicant.com foodporn.com updating.com socialism.org",
    ],
    ["names of people", website("https://www.abimbola.com")],
    [
      "names of people with an ending as houses have",
      "baldwin.org, mukhambet.kz, nisbet.co, liqq.cn, ashwin.dev",
    ],
    ["years and machines", "web2024.example img55.tides.example s777.tides.example"],
  ],
});

/** A word of each way in which a kind can be named. */
const words: readonly (readonly [kind: string, list: string])[] = [
  [
    "games",
    "casino cassino cazsino kasino kazino pokies poker betting sbobet maxbet mostbet melbet ibcbet xbet 1xbet togel gacor jackpot roulette baccarat blackjack sportsbook bookmaker bookie gambling bahis casibom idnplay agenjudi situsjudi bandarjudi judionline judibola judislot judiqq slots slotonline slotxo slotgacor onlineslot",
  ],
  [
    "cures",
    "viagra buycialis onlinecialis levitra kamagra sildenafil tadalafil xanax tramadol phentermine modafinil pharmacy pharmacies",
  ],
  ["bodies", "porn xxx sexcam sexchat sexshop escort hookup freedating adultdating"],
  ["loans", "payday loans cashadvance quickloan kredit"],
  ["goods", "cheap outlet replica jerseys essay paperwriter thesiswriter forex backlink followers"],
  [
    "lucky",
    "mawartoto mawarslot mawarpoker mawartogel mawarcasino mawarhoki mawarjitu mawargacor mawarqq77 mawar77 mawar4d",
  ],
];

describe("a host that is named", () => {
  for (const [kind, list] of words)
    it.each(list.split(" "))(`for ${kind}, by %s`, (word) => {
      const finding = hostOffer.detect(read(aComment({ content: `see http://${word}.example/` }), []));
      expect(finding?.variants).toContain(kind);
    });
});
