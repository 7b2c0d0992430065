import { STYLES } from "./has.ts";
import { type FittedSignal, inContent } from "./signal.ts";

/** Mathematical, enclosed, full-width and small-capital Latin letters. */
const STYLED =
  /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a\u1d00-\u1d22\u026a\u0274\u0280\u028f\u0299\u029c\u029f\ua730\ua731]/gu;
/** An honest symbol or two pass. */
const SOME = 4;

export const styledLetters: FittedSignal = {
  name: "styled-letters",
  group: "text",
  needs: STYLES,
  description: "Letters from the mathematical, circled or full-width alphabets, to stand out or to slip by",
  detect({ content }) {
    const found = [...content.slice(0, 4096).matchAll(STYLED)];
    const [first] = found;
    if (!first || found.length < SOME) return undefined;
    return {
      strength: Math.min(1, found.length / 20),
      evidence: `${found.length} styled letters`,
      span: inContent(first),
    };
  },
};
