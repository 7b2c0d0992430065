import { fold } from "../reading/fold.ts";
import { BRAND_LIKE, type KnownWord } from "../reading/known-word.ts";
import type { Subject } from "../reading/subject.ts";
import { foldedSurvey } from "../reading/survey.ts";
import { BRANDS } from "./has.ts";
import type { FittedSignal } from "./signal.ts";
import { isBrandLike } from "./telling-words.ts";

/** A name with a number that means luck, or the four digits that are drawn: what houses of games are called. */
const LUCKY =
  /^[a-z]{2,14}(?:([5-9])\1|(\d)\2{2,3}|4d|138|168|189|303|388|855|365)(?:[a-z]{1,3})?$|^(?:[a-z]{3,12})(?:bet|toto|slot|poker|togel|bola|casino|qq|win|hoki|jitu|gacor)\d{0,4}$/;
/** A name and a number beside it. */
const NUMBERED = /^[a-z]{3,14}\d{2,4}$/;
/** How both begin: a number alone is neither. */
const NAMED = /^[a-z]{2}/;
/** What honest people write so: years, systems, formats, formulas, and words that end like such a house. */
const HONEST =
  /^(?:covid|windows|win|php|html|css|utf|iso|ipv|sha|md|base|rtx|gtx|iphone|ipad|android|ubuntu|debian|python|java|node|web|vue|mp|usb|ps|es|id|room|level|step|part|fig|ch|no|v|version|page|line|rfc|http|vol|chapter|mathjax|area|user|bill)\d|^(?:alphabet|sorbet|sohbet|[a-z]{0,9}gebet|tibet|elizabet|timeslot|parabola|hyperbola|diabet|[a-z]{0,4}(?:dar|t|un|bald|good|god|ir|ed|er|cor|ash|kar|mar|al|gold|sher|cyg|virtua)win|q{3,}|office365)$/u;
const MOST_WORDS = 200;
const NOTHING: readonly string[] = [];
/** Names of people end like this, in Yorùbá, Kazakh, Scots, Chinese and English, and people name their websites after themselves. */
const PERSONAL = /(?:win|bola|bet|qq)$/;
/** Of four characters that are pulled apart two have a gap on both sides. */
const LEAST_ALONE = 2;

export const brand: FittedSignal = {
  name: "brand",
  group: "text",
  needs: BRANDS,
  description: "A name with a lucky number, as houses of games of chance are called",
  detect(subject) {
    const all = namesOf(subject);
    const lucky = all.find(isLucky);
    const numbered = lucky ?? all.find((word) => NUMBERED.test(word) && !HONEST.test(word));
    if (numbered === undefined) return undefined;
    return {
      strength: lucky ? 1 : 0.3,
      evidence: numbered.slice(0, 40),
      variants: [lucky ? "lucky" : "numbered"],
    };
  },
};

/** The words that may be a name: plain ones, and those that are pulled apart. */
function namesOf(subject: Subject): string[] {
  const { known, kinds } = subject;
  const names: string[] = [];
  for (let i = 0; (kinds & BRAND_LIKE) !== 0 && i < known.length && i < MOST_WORDS; i++) {
    const word = known[i] as KnownWord;
    if ((word.kinds & BRAND_LIKE) === 0 || !NAMED.test(word.text) || isAccount(word.text, subject)) continue;
    names.push(word.text);
  }
  for (const word of spacedOf(subject)) if (isBrandLike(word)) names.push(word);
  return names;
}

const isLucky = (word: string): boolean => LUCKY.test(word) && !HONEST.test(word);

/** Whether the name of a host is that of a house. */
export const isLuckyName = (name: string): boolean => isLucky(name) && !PERSONAL.test(name);

/** Letters and digits one by one: "a x l 7 7 7" is one name. */
const SPACED = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][ ._*|【】-]{1,2}){3,20}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;

/** People's accounts have numbers of all kinds. */
const isAccount = (word: string, { folded }: Subject): boolean =>
  folded.includes("@") && folded.includes(`@${word}`);

function spacedOf(subject: Subject): readonly string[] {
  const { digits, alone } = foldedSurvey(subject);
  if (digits === 0 || alone < LEAST_ALONE) return NOTHING;
  return (subject.folded.slice(0, 2048).match(SPACED) ?? []).map((run) =>
    fold(run.replace(/[^\p{L}\p{N}]/gu, "")),
  );
}
