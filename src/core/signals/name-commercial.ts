import { PLAIN_ASCII } from "../reading/unseen.ts";
import { type Offer, offersByWord, unspacedOffers } from "./offers.ts";
import type { FittedSignal } from "./signal.ts";

const COMMERCIAL = new Set(
  "seo buy cheap casino loan loans online service services company agency insurance pills viagra cialis pharmacy price prices best top free download shop store sale discount hire repair cleaning lawyer attorney dentist hotel travel tours escort dating sex porn crypto bitcoin forex trading invest betting slot slots poker marketing web website design software app apps hosting training course courses institute review reviews replica watches jewelry fashion wedding essay writing movers plumber roofing digital solutions technologies consultancy rental rentals packers supplier manufacturers tutorial certification exam dumps game games apk mod hack".split(
    " ",
  ),
);

/** What no parent names a child after, in any language. */
const SOLD: ReadonlySet<Offer> = new Set(["gambling", "loan", "body"]);
/** But these. */
const NAMES = new Set(["judi", "kumar", "bandar", "loker", "cuan"]);
/** A house's number, which comes and goes. */
const NUMBER = /\d{1,4}$/;

/** Words of games, loans and cures in a name. */
function offersIn(foldedName: string, nameWords: readonly string[]): string[] {
  const words = nameWords.filter((word) => {
    const name = word.replace(NUMBER, "");
    const offer = NAMES.has(name) ? undefined : (offersByWord.get(word) ?? offersByWord.get(name));
    return offer !== undefined && SOLD.has(offer);
  });
  if (PLAIN_ASCII.test(foldedName)) return words;
  const unspaced = unspacedOffers.flatMap(([offer, pattern]) =>
    SOLD.has(offer) ? (foldedName.match(pattern) ?? []) : [],
  );
  return [...words, ...unspaced];
}

export const nameCommercial: FittedSignal = {
  name: "name-commercial",
  group: "author",
  description: "The author's name is made of words that sell",
  detect({ nameWords, foldedName, name }) {
    const found = nameWords.filter((word) => COMMERCIAL.has(word));
    const offers = name === "" ? [] : offersIn(foldedName, nameWords);
    const all = [...new Set([...found, ...offers])];
    if (all.length === 0) return undefined;
    const several = all.length > 1;
    return {
      strength: several ? 1 : 0.5,
      evidence: all.join(", "),
      span: { field: "author.name", start: 0, end: name.length },
      variants: [several ? "several" : "one", ...(offers.length > 0 ? ["offer"] : [])],
    };
  },
};
