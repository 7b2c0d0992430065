import {
  ACCENT,
  ALIKE,
  DENSE,
  HIDDEN,
  LINE_BREAK,
  NOT_ASCII,
  PICTURE,
  STYLED,
  UNSPACED,
} from "../reading/characters.ts";
import { BRAND_LIKE, CUE, OF_OFFER, PILED_UP } from "../reading/known-word.ts";
import { LastAsked } from "../reading/last-asked.ts";
import type { Subject } from "../reading/subject.ts";
import { foldedSurvey, surveyOf } from "../reading/survey.ts";
import { signsOf } from "../reading/symbols.ts";
import { AGENCY, BACK, COME, GOOD, KEEP, OURS, PAGE, PASS_ON, PITCH, PLACE } from "../reading/told-words.ts";

/** What a comment may have that signals look for: bits of a set. */
export const LINKS = 1;
/** The author's website. */
export const SITE = 1 << 1;
export const NAME = 1 << 2;
/** Signs in the author's name that an address has. */
export const SIGNED_NAME = 1 << 3;
export const MAIL = 1 << 4;
export const CONTACTS = 1 << 5;
/** Characters beyond ASCII, and which there are among them. */
export const OTHERS = 1 << 6;
export const PICTURES = 1 << 7;
export const LOOKALIKES = 1 << 8;
export const STYLES = 1 << 9;
export const UNSEEN_CHARACTERS = 1 << 10;
export const ACCENTS = 1 << 11;
export const LINES = 1 << 12;
export const DIGITS = 1 << 13;
/** So many capitals that they may be most of the letters. */
export const CAPITALS = 1 << 14;
/** Single letters, as of a word that is pulled apart. */
export const APART = 1 << 15;
/** Words that a signal knows, or writing in which words are not told apart. */
export const OFFERS = 1 << 16;
export const BRANDS = 1 << 17;
export const PILED = 1 << 18;
export const PAGE_PRAISE = 1 << 19;
export const PROMOTION = 1 << 20;
/** Every comment has it. */
const ANYTHING = 1 << 21;

/** What a signal needs one of, or one of these signs in the text, to find anything; nothing said: it looks at each comment. */
export interface Needs {
  readonly needs?: number;
  readonly signs?: number;
}

/** Tells by what a comment has which of some signals may find something. */
export function mayFind(signals: readonly Needs[]): (signal: number, traits: Traits) => boolean {
  const wanted = Int32Array.from(
    signals,
    ({ needs, signs }) => needs ?? (signs === undefined ? ANYTHING : 0),
  );
  const signed = Int32Array.from(signals, ({ signs }) => signs ?? 0);
  return (signal, { has, signs }) =>
    (((wanted[signal] as number) & has) | ((signed[signal] as number) & signs)) !== 0;
}

/** What there is in a comment. */
interface Traits {
  readonly has: number;
  /** ASCII's signs in its text, see symbols. */
  readonly signs: number;
}

/** Asked for by both kinds of signals. */
const known = new LastAsked<Traits>();

export const traitsOf = (subject: Subject): Traits => known.of(subject, looked);

const looked = (subject: Subject): Traits => ({ has: hasOf(subject), signs: signsIn(subject) });

const signsIn = ({ content, body }: Subject): number =>
  surveyOf(content).signs | (body === content ? 0 : surveyOf(body).signs);

function hasOf(subject: Subject): number {
  const { links, site, comment, contacts, name } = subject;
  return (
    ANYTHING |
    (links.length > 0 ? LINKS : 0) |
    (site === undefined ? 0 : SITE) |
    (comment.author.email === undefined ? 0 : MAIL) |
    (contacts.length > 0 ? CONTACTS : 0) |
    (name === "" ? 0 : inName(name)) |
    inText(subject.content) |
    (subject.body === subject.content ? 0 : inText(subject.body)) |
    amongWords(subject)
  );
}

const ADDRESS_SIGNS = signsOf(".:=([@");

const inName = (name: string): number =>
  (surveyOf(name).signs & ADDRESS_SIGNS) === 0 ? NAME : NAME | SIGNED_NAME;

/** Somebody shouts where of at least so many letters more than this share are capitals, as far as a text is looked at. */
export const SHOUTED = { least: 20, share: 0.4, within: 1000 };

const mayShout = (text: string, letters: number, capitals: number): boolean =>
  capitals > SHOUTED.share * SHOUTED.least &&
  (text.length > SHOUTED.within || capitals > SHOUTED.share * letters);

/** Fewer single letters are no word that is pulled apart. */
const LEAST_APART = 3;

function inText(text: string): number {
  const { classes, digits, letters, capitals, alone, told } = surveyOf(text);
  return (
    ((classes & NOT_ASCII) === 0 ? 0 : amongOthers(classes)) |
    ((classes & HIDDEN) === 0 ? 0 : UNSEEN_CHARACTERS) |
    ((classes & LINE_BREAK) === 0 ? 0 : LINES) |
    (digits === 0 ? 0 : DIGITS) |
    (mayShout(text, letters, capitals) ? CAPITALS : 0) |
    (alone < LEAST_APART ? 0 : APART) |
    (mayPraise(told) ? PAGE_PRAISE : 0) |
    (mayPromote(told) ? PROMOTION : 0)
  );
}

const amongOthers = (classes: number): number =>
  OTHERS |
  ((classes & PICTURE) === 0 ? 0 : PICTURES) |
  ((classes & ALIKE) === 0 ? 0 : LOOKALIKES) |
  ((classes & STYLED) === 0 ? 0 : STYLES) |
  ((classes & ACCENT) === 0 ? 0 : ACCENTS) |
  ((classes & DENSE) === 0 ? 0 : PROMOTION);

const mayPraise = (told: number): boolean =>
  (told & KEEP) !== 0 ||
  ((told & COME) !== 0 && (told & BACK) !== 0) ||
  ((told & PAGE) !== 0 && (told & (GOOD | PASS_ON)) !== 0);

const mayPromote = (told: number): boolean =>
  (told & (AGENCY | PITCH)) !== 0 || ((told & OURS) !== 0 && (told & PLACE) !== 0);

/** Of four characters that are pulled apart two have a gap on both sides. */
const LEAST_ALONE = 2;

function amongWords(subject: Subject): number {
  const { kinds } = subject;
  const { classes, digits, alone } = foldedSurvey(subject);
  return (
    ((kinds & OF_OFFER) !== 0 || (classes & (DENSE | UNSPACED)) !== 0 ? OFFERS : 0) |
    ((kinds & BRAND_LIKE) !== 0 || (digits > 0 && alone >= LEAST_ALONE) ? BRANDS : 0) |
    ((kinds & PILED_UP) === 0 ? 0 : PILED) |
    ((kinds & CUE) === 0 ? 0 : PROMOTION)
  );
}
