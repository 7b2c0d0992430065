import { partsOf } from "./messenger.ts";
import { mayHold, mayHoldName } from "./needs.ts";
import type { Part } from "./rewrite.ts";
import { surveyOf } from "./survey.ts";
import { SAID, tell } from "./told-words.ts";

/** The sign @ and the dot by the names they have in many languages. */
export const AT =
  "at|a|ät|arroba|arobase|chiocciola|małpa|zavináč|kukac|snabel-?a|apenstaartje|собака|собачка|равлик|a còng|アットマーク|アット|골뱅이|艾特|圈a|آت|שטרודל|@";
export const DOT =
  "dot|d0t|punkt|punto|ponto|point|kropka|tečka|nokta|titik|chấm|prick|piste|точка|тчк|крапка|נקודה|نقطة|نقطه|ドット|点|點|점|닷|डॉट|จุด|τελεία|\\.";
tell(SAID, DOT.split("|"));
/** The dot as a word between two others, where it is not brackets that tell it from talk. */
export const SAID_DOT =
  "dot|d0t|punkt|punto|ponto|kropka|tečka|nokta|titik|chấm|точка|тчк|крапка|נקודה|نقطة|نقطه|डॉट|จุด|τελεία";
/** Endings that people spell out. */
export const SAID_ENDINGS = "com|net|org|info|biz|ru|xyz|shop|online|site|club|io|co\\.?uk|ком|ру";
const ENDINGS = `${SAID_ENDINGS}|de|fr|co|uk|eu|es|pl|br|cn|jp|kr|vn|tr|ua|top|pro|dev|app|edu`;

const open = "\\s?[[({<（]\\s?";
const close = "\\s?[\\])}>）]\\s?";
const SIGNED = new RegExp(
  `(?<![\\p{L}\\p{N}_.%+-])[\\p{L}\\p{N}_.%+-]{1,64}(?:@|＠|${open}(?:${AT})${close})(?:[\\p{L}\\p{N}_-]{1,63}(?:\\.|${open}(?:${DOT})${close})){1,4}[\\p{L}]{2,24}(?![\\p{L}\\p{N}_-])`,
  "giu",
);
/** Without brackets the ending must be one that is spelled out. */
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}_.%+-])[\\w.%+-]{2,64}\\s{1,2}(?:${AT})\\s{1,2}[\\w-]{2,63}(?:\\s{1,2}(?:${DOT})\\s{1,2}[\\w-]{2,20}){0,2}\\s{1,2}(?:${DOT})\\s{1,2}(?:${ENDINGS})(?![\\p{L}\\p{N}_-])`,
  "giu",
);
/** A provider's name behind the word: it is no place. */
const PROVIDER =
  /(?<![\p{L}\p{N}_.%+-])[\w.%+-]{3,64}\s{1,2}(?:at|arroba|собака|собачка|chiocciola|małpa)\s{1,2}(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|proton(?:mail)?|mail|inbox|bk|yandex|ya|gmx|web|qq|163|126|naver|ukr|seznam|wp|o2|libero|laposte|free|orange)\.(?:com|net|org|ru|de|fr|it|pl|cz|me|co|br|by|ua)(?![\p{L}\p{N}-])/giu;
/** Whether one of some words may stand in brackets. */
export function mayBeBracketed(said: string): ReturnType<typeof mayHold> {
  const words = said.replaceAll("\\.", ".").replaceAll("-?", "").split("|");
  return mayHold(...[..."[({<（"].flatMap((bracket) => words.flatMap((word) => begun(bracket, word))));
}

/** How a word begins behind a bracket; an optional sign may stand within it. */
function begun(bracket: string, word: string): string[] {
  const start = word.slice(0, 2);
  return [`${bracket}${start}`, `${bracket} ${start}`];
}

/** What the patterns need, as tests that cost little: most comments hold none of it. */
const BRACKETED = new RegExp(`${open}(?:${AT})${close}`, "iu");
const DOTTED = new RegExp(`\\s(?:${DOT})\\s{1,2}(?:${ENDINGS})`, "iu");
const PROVIDERS =
  "gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|proton|mail|inbox|bk|ya|gmx|web|qq|163|126|naver|ukr|seznam|wp|o2|libero|laposte|free|orange";
const PROVIDED = new RegExp(`\\s(?:${PROVIDERS})[a-z]*\\.[a-z]`, "i");
/** Still less needs a look at what stands beside what. */
const MAY_BE_SIGNED = mayHold("@", "＠");
const MAY_BE_BRACKETED = mayBeBracketed(AT);
const MAY_BE_DOTTED = mayHold(
  ...DOT.replaceAll("\\.", ".")
    .split("|")
    .map((said) => ` ${said} `),
);
const MAY_BE_PROVIDED = mayHold(...PROVIDERS.split("|").map((provider) => ` ${provider}`));
/** `git@host:path` is an address of code; a name that only a private network knows leads nowhere. */
const NOWHERE = /^git@|\.(?:local|lan|internal|localdomain)$/i;

/** Mail addresses, also with their signs in words: `ada [at] host [dot] com`, `ada arroba host punto com`. */
export function spelledMails(text: string): Part[] {
  const survey = surveyOf(text);
  const patterns: RegExp[] = [];
  if (MAY_BE_SIGNED(survey) || (MAY_BE_BRACKETED(survey) && BRACKETED.test(text))) patterns.push(SIGNED);
  if (MAY_BE_DOTTED(survey) && DOTTED.test(text)) patterns.push(SPELLED);
  if (mayHoldName(survey) && MAY_BE_PROVIDED(survey) && PROVIDED.test(text)) patterns.push(PROVIDER);
  if (patterns.length === 0) return [];
  const found = patterns.flatMap((pattern) => partsOf(text, pattern));
  return found.filter(({ start, end }) => !NOWHERE.test(text.slice(start, end)));
}
