import type { FittedSignal } from "./signal.ts";

const COMMERCIAL = new Set(
  "seo buy cheap casino loan loans online service services company agency insurance pills viagra cialis pharmacy price prices best top free download shop store sale discount hire repair cleaning lawyer attorney dentist hotel travel tours escort dating sex porn crypto bitcoin forex trading invest betting slot slots poker marketing web website design software app apps hosting training course courses institute review reviews replica watches jewelry fashion wedding essay writing movers plumber roofing digital solutions technologies consultancy rental rentals packers supplier manufacturers tutorial certification exam dumps game games apk mod hack".split(
    " ",
  ),
);

export const nameCommercial: FittedSignal = {
  name: "name-commercial",
  group: "author",
  description: "The author's name is made of words that sell",
  detect({ nameWords, name }) {
    const found = nameWords.filter((word) => COMMERCIAL.has(word));
    if (found.length === 0) return undefined;
    const several = found.length > 1;
    return {
      strength: several ? 1 : 0.5,
      evidence: found.join(", "),
      span: { field: "author.name", start: 0, end: name.length },
      variants: [several ? "several" : "one"],
    };
  },
};
