import { authorLink } from "./author-link.ts";
import { brand } from "./brand.ts";
import { code } from "./code.ts";
import { contact } from "./contact.ts";
import { emoji } from "./emoji.ts";
import { exclamation } from "./exclamation.ts";
import { gibberish } from "./gibberish.ts";
import { hardWrap } from "./hard-wrap.ts";
import { hostOffer } from "./host-offer.ts";
import { linkCount } from "./link-count.ts";
import { linkDisguise } from "./link-disguise.ts";
import { linkMostly } from "./link-mostly.ts";
import { linkPlace } from "./link-place.ts";
import { linkRepeated } from "./link-repeated.ts";
import { linkSyntax } from "./link-syntax.ts";
import { mailDomain } from "./mail-domain.ts";
import { mixedScript } from "./mixed-script.ts";
import { money } from "./money.ts";
import { nameCommercial } from "./name-commercial.ts";
import { nameInText } from "./name-in-text.ts";
import { nameLink } from "./name-link.ts";
import { nameShape } from "./name-shape.ts";
import { offer } from "./offer.ts";
import { ownLink } from "./own-link.ts";
import { pagePraise } from "./page-praise.ts";
import { praise } from "./praise.ts";
import { question } from "./question.ts";
import { quote } from "./quote.ts";
import { repetition } from "./repetition.ts";
import { selfPromotion } from "./self-promotion.ts";
import { shouting } from "./shouting.ts";
import type { FittedSignal } from "./signal.ts";
import { styledLetters } from "./styled-letters.ts";
import { textLength } from "./text-length.ts";

/** Signals whose points were fitted on labelled comments, in reading order. */
export const fittedSignals: readonly FittedSignal[] = [
  nameShape,
  nameCommercial,
  nameLink,
  nameInText,
  authorLink,
  mailDomain,
  linkCount,
  linkSyntax,
  linkPlace,
  linkRepeated,
  linkMostly,
  linkDisguise,
  hostOffer,
  ownLink,
  textLength,
  hardWrap,
  mixedScript,
  styledLetters,
  shouting,
  exclamation,
  repetition,
  gibberish,
  contact,
  money,
  praise,
  pagePraise,
  selfPromotion,
  question,
  code,
  quote,
  emoji,
  offer,
  brand,
];
