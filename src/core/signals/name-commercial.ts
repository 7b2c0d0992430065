import { PLAIN_ASCII } from "../reading/unseen.ts";
import { NAME } from "./has.ts";
import { type Offer, offersByWord, unspacedOffers } from "./offers.ts";
import type { FittedSignal } from "./signal.ts";

const COMMERCIAL = new Set(
  "seo buy cheap casino loan loans online service services company agency insurance pills viagra cialis pharmacy price prices best top free download shop store sale discount hire repair cleaning lawyer attorney dentist hotel travel tours escort dating sex porn crypto bitcoin forex trading invest betting slot slots poker marketing web website design software app apps hosting training course courses institute review reviews replica watches jewelry fashion wedding essay writing movers plumber roofing digital solutions technologies consultancy rental rentals packers supplier manufacturers tutorial certification exam dumps game games apk mod hack".split(
    " ",
  ),
);

const isCommercial = (word: string): boolean => COMMERCIAL.has(word);

/** What no parent names a child after, in any language. */
const SOLD: ReadonlySet<Offer> = new Set(["gambling", "loan", "body"]);
/** But these. */
const NAMES = new Set(["judi", "kumar", "bandar", "loker", "cuan"]);
/** A house's number, which comes and goes. */
const NUMBER = /\d{1,4}$/;
const NINE = 0x39;

/** Whether a word of a name is one of games, loans and cures. */
function isSold(word: string): boolean {
  const name = word.charCodeAt(word.length - 1) > NINE ? word : word.replace(NUMBER, "");
  if (NAMES.has(name)) return false;
  const offer = offersByWord.get(word) ?? (name === word ? undefined : offersByWord.get(name));
  return offer !== undefined && SOLD.has(offer);
}

const unspacedIn = (foldedName: string): string[] =>
  unspacedOffers.flatMap(([offer, pattern]) => (SOLD.has(offer) ? (foldedName.match(pattern) ?? []) : []));

export const nameCommercial: FittedSignal = {
  name: "name-commercial",
  group: "author",
  needs: NAME,
  description: "The author's name is made of words that sell",
  detect({ nameWords, foldedName, name }) {
    if (name === "") return undefined;
    const words = nameWords.filter(isSold);
    const offers = PLAIN_ASCII.test(foldedName) ? words : [...words, ...unspacedIn(foldedName)];
    const found = nameWords.filter(isCommercial);
    if (found.length === 0 && offers.length === 0) return undefined;
    const all = [...new Set([...found, ...offers])];
    const several = all.length > 1;
    return {
      strength: several ? 1 : 0.5,
      evidence: all.join(", "),
      span: { field: "author.name", start: 0, end: name.length },
      variants: [several ? "several" : "one", ...(offers.length > 0 ? ["offer"] : [])],
    };
  },
};
