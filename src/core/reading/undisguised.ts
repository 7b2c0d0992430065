import { ALIKE, HIDDEN, STYLED } from "./characters.ts";
import { lookalike } from "./fold.ts";
import { literalIn, mayHold, mayHoldName } from "./needs.ts";
import { AT, DOT, mayBeBracketed, SAID_DOT, SAID_ENDINGS } from "./spelled-mail.ts";
import { surveyOf } from "./survey.ts";
import { signsOf } from "./symbols.ts";
import { SAID } from "./told-words.ts";

const BESIDE = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}.@:/_+-";
/** What nobody sees between characters of an address; and the frame of a key. */
const UNSEEN = new RegExp(`(?<=[${BESIDE}])(?:\\p{Default_Ignorable_Code_Point}|\\u20e3)+`, "gu");
/** Letters and digits in circles, squares, full width and the alphabets of mathematics. */
const STYLED_RUN =
  /[\u2070-\u209c\u2460-\u24ff\ufe50-\ufe6b．／＠＿＋－：０-９Ａ-Ｚａ-ｚ\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f169}\u{1f170}-\u{1f189}]+/gu;
/** White letters on black, which Unicode does not take for the letters. */
const NEGATIVE = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
const FIRST_NEGATIVE = 0x1f150;
const MIXED =
  /[a-z\d][.@]?[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}][.@]?[a-z]/iu;
const NAME = /[\p{L}\p{N}]+(?:[.@-][\p{L}\p{N}]+)*/gu;

/** Tags inside a word or an address: they part nothing for a reader. */
const INLINE_TAG =
  /(?<=[\p{L}\p{N}.@])<\/?(?:b|i|u|em|strong|span|font|small|big|mark|sub|sup|wbr|s)(?:\s[^<>]{0,200})?>(?=[\p{L}\p{N}.@<])/giu;
const SCHEME = /\bh(?:xx|\*\*|tt)p(s?)\s?(?::|\[:\])\s?\/\s?\/\s{0,2}/gi;
const BRACKETED_DOT = new RegExp(`\\s?[[({<（]\\s?(?:${DOT})\\s?[\\])}>）]\\s?`, "giu");
const BRACKETED_AT = new RegExp(`\\s?[[({<（]\\s?(?:${AT})\\s?[\\])}>）]\\s?`, "giu");
const SPELLED_DOT = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}-])([a-z\\d-]{2,63})(?:\\s{1,2}(?:${SAID_DOT})\\s{1,2}|\\s?(?:点|點|ドット|점|닷)\\s?)(${SAID_ENDINGS})(?![\\p{L}\\p{N}-])(?!\\s(?:boom|bubble|era|crash|compan|start|million|bust|age|years|developer|framework|core|runtime|library))`,
  "giu",
);
/** "The dot com bubble", "nesse ponto com ela": talk, no address. */
const TALK =
  /^(?:the|an?|of|in|that|this|each|every|old|new|early|big|first|most|and|or|for|to|is|with|asp|use|using|my|your|our|better|best|any|no|it|idea|definitely|get|buy|short|um|este|esse|neste|nesse|aquele|naquele|ao|do|de|certo|outro|mesmo|qualquer|un|el|le|du|ce|il|al)$/i;
/** `(Shop.Example.Com)`: in brackets three parts in capitals are no sentences. */
const TITLED = /(?<=\()(?:\p{Lu}[\p{L}\p{N}-]{0,62}\.){2,4}\p{Lu}\p{L}{1,11}(?=[)/])/gu;
const LOOSE_DOT =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}-]{2,63})(?:\s{1,2}\.(?=(?:com|org|info|ru|cn|xyz|top|shop|site|online|club|vip)(?![\p{L}\p{N}-])(?!\s(?:is|was|will|though|has|domains?|extensions?|address|ending|era|name)))|\s{1,2}\.\s{1,2}(?=(?:com|org|info|ru|cn|xyz)\s{0,2}(?:$|[\n/,;!?)])))/giu;
/** Characters with the same gap between them. */
const PULLED =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:([ *_|~])(?:[\p{L}\p{N}.@:/]))(?:\1[\p{L}\p{N}.@:/]){1,60}(?![\p{L}\p{N}])/gu;

/** What each step needs, as tests that cost little: most comments hold none of it. */
const IS = {
  pulled: /[ *_|~]\S[ *_|~]\S[ *_|~]/,
  loose: /\s\.\s{0,2}[a-z]{2}/i,
  spelled: new RegExp(`\\s(?:${SAID_DOT})\\s|[点點ト점닷]`, "iu"),
};
/** And by what stands beside what, which costs less. */
const MAY_BE = {
  pulled: mayHold("*", "_", "|", "~", " . ", " - ", " 【 ", " 】 "),
  apart: mayHold(" .", " - "),
  scheme: mayHold("hxxp", "h**p", ": /", "/ /", "[:]", ":// "),
  dotted: mayBeBracketed(DOT),
  signed: mayBeBracketed(AT),
  bracket: mayHold("("),
  loose: mayHold(" ."),
  spelled: mayHold(
    ..."点 點 ト 점 닷".split(" "),
    ...SAID_DOT.split("|").map((said) => ` ${literalIn(said)}`),
  ),
};

/**
 * A text as it is meant by somebody who hides an address: pulled apart, with its signs in words, in look-alikes or styled
 * letters, with characters that nobody sees. Undefined: nothing of this is in it.
 */
export function undisguised(text: string, ascii: boolean): string | undefined {
  if (ascii && isPlain(surveyOf(text))) return undefined;
  let plain = ascii ? text : plainLetters(text);
  if (plain.includes("<")) plain = plain.replace(INLINE_TAG, "");
  if (isPulled(plain)) plain = plain.replace(PULLED, joined);
  if (MAY_BE.scheme(surveyOf(plain))) plain = plain.replace(SCHEME, "http$1://");
  if (MAY_BE.dotted(surveyOf(plain))) plain = plain.replace(BRACKETED_DOT, ".");
  if (MAY_BE.signed(surveyOf(plain))) plain = plain.replace(BRACKETED_AT, "@");
  if (MAY_BE.bracket(surveyOf(plain)) && mayHoldName(surveyOf(plain))) plain = plain.replace(TITLED, lower);
  if (MAY_BE.loose(surveyOf(plain)) && IS.loose.test(plain))
    plain = plain.replace(LOOSE_DOT, (said, name: string) => (TALK.test(name) ? said : `${name}.`));
  if (MAY_BE.spelled(surveyOf(plain)) && IS.spelled.test(plain))
    plain = plain.replace(SPELLED_DOT, (said, name: string, ending: string) =>
      TALK.test(name) ? said : `${name}.${ending}`,
    );
  return plain === text ? undefined : plain;
}

const SIGNS = signsOf("<[({*_|~");
const COLON = signsOf(":");
const SLASH = signsOf("/");

/** Whether a text of ASCII has none of the signs and words by which an address is hidden: most comments are such. */
function isPlain(survey: ReturnType<typeof surveyOf>): boolean {
  const { signs, alone, told } = survey;
  if ((signs & SIGNS) !== 0 || alone > 1 || (told & SAID) !== 0) return false;
  return ((signs & COLON) === 0 || (signs & SLASH) === 0) && !MAY_BE.apart(survey);
}

function isPulled(text: string): boolean {
  const survey = surveyOf(text);
  return (survey.alone > 1 || MAY_BE.pulled(survey)) && IS.pulled.test(text);
}

const lower = (name: string): string => name.toLowerCase();

/** Digits alone are read with their gaps. */
const joined = (run: string): string => (/\p{L}/u.test(run) ? run.replace(/[ *_|~]/g, "") : run);

function plainLetters(text: string): string {
  const { classes } = surveyOf(text);
  if ((classes & (HIDDEN | STYLED | ALIKE)) === 0) return text;
  const shown = (classes & HIDDEN) === 0 ? text : text.replace(UNSEEN, "");
  const seen = (classes & STYLED) === 0 ? shown : shown.replace(STYLED_RUN, plainStyle);
  return MIXED.test(seen) ? seen.replace(NAME, latin) : seen;
}

const plainStyle = (run: string): string => run.replace(NEGATIVE, unmarked).normalize("NFKC");

const unmarked = (letter: string): string =>
  String.fromCharCode(0x41 + (((letter.codePointAt(0) as number) - FIRST_NEGATIVE) % 32));

/** A name in which Latin letters stand beside their look-alikes, in Latin letters. */
function latin(name: string): string {
  if (!/[a-z]/i.test(name) || !/[^\p{ASCII}]/u.test(name)) return name;
  return lookalike(name.toLowerCase());
}
