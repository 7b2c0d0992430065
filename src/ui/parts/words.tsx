import { raw } from "hono/html";
import { type FC, useContext } from "hono/jsx";
import { type Doer, namedFor } from "../../contract/actor.ts";
import { signalText } from "../../core/explaining/explain.ts";
import { ruleOf } from "../../core/judging/old-rule.ts";
import type { Hit, Verdict } from "../../core/judging/verdict.ts";
import { SCRIPT_NAMES } from "../../core/signals/foreign-script.ts";
import type { Signals } from "../messages/en/signals.ts";
import { type LanguageTag, languages, once, PageLanguage, useMessages } from "../messages/messages.ts";
import { Icon } from "./icon.tsx";
import { evidencePatterns, notRunPatterns } from "./patterns.ts";

/** Log-odds points with their sign: +2.3, −0.4. */
export const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;

/** Whose doing it is, in words: a person's name; of a blog's key its number, and for whom the blog says that it is. */
export function doerText(tag: LanguageTag, doer: Doer): string {
  const { words } = languages[tag].messages;
  if (doer.key === undefined) return doer.by;
  const named = namedFor(doer);
  return named === undefined ? words.byKey(doer.key) : words.byKeyFor(doer.key, named);
}

/** The same in a component. */
export function useDoer(): (doer: Doer) => string {
  const { tag } = useContext(PageLanguage);
  return (doer) => doerText(tag, doer);
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

/** How long ago, in the words of a language; times in milliseconds since 1970. */
export function ago(tag: keyof typeof languages, time: number, now: number): string {
  const format = once(`ago ${tag}`, () => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
  for (const [unit, length] of UNITS) {
    if (now - time >= length) return format.format(-Math.floor((now - time) / length), unit);
  }
  return languages[tag].messages.words.justNow;
}

/** How old, as short as it goes: "3 h". */
export function age(tag: keyof typeof languages, time: number, now: number): string {
  const [unit, length] = UNITS.find(([, length]) => now - time >= length) ?? ["second", 1000];
  const number = Math.max(0, Math.floor((now - time) / length));
  const options = { style: "unit", unit, unitDisplay: "short" } as const;
  return once(`age ${tag} ${unit} ${number}`, () => format(tag, options)(number));
}

/** How long something took, in one unit: "3 hours". */
export function durationOf(tag: LanguageTag, ms: number): string {
  const [unit, length] = UNITS.find(([, one]) => ms >= one) ?? ["second", 1000];
  return format(tag, { style: "unit", unit, unitDisplay: "long" })(Math.max(1, Math.round(ms / length)));
}

/** The same in a component. */
export function useDuration(): (ms: number) => string {
  const { tag } = useContext(PageLanguage);
  return (ms) => durationOf(tag, ms);
}

/** What a signal is called when it speaks for spam, and `fine` when against it. Call it in a component. */
export function useSignalText(): (name: string) => Signals[string] {
  const { signals } = languages[useContext(PageLanguage).tag].messages;
  return (name) => signals[name] ?? signalText(name);
}

/** A phrase as a language says it: with what stands in it, where something does. */
type Phrase = string | ((...found: string[]) => string);

/** Says in a language's phrases what a text says in English; undefined: it is nobody's phrase. */
export function said<Name extends string>(
  patterns: Readonly<Record<Name, RegExp>>,
  phrases: Readonly<Record<Name, Phrase>>,
  text: string,
): string | undefined {
  for (const name of Object.keys(patterns) as Name[]) {
    const found = patterns[name].exec(text);
    if (!found) continue;
    const phrase = phrases[name];
    return typeof phrase === "string" ? phrase : phrase(...found.slice(1));
  }
  return undefined;
}

const SCRIPT_CODES: ReadonlyMap<string, string> = new Map([
  ["Han", "Hani"],
  ...Object.entries(SCRIPT_NAMES).map(([code, name]) => [name, code] as const),
]);

const scriptText = (tag: LanguageTag, name: string): string =>
  once(`script ${tag}`, () => new Intl.DisplayNames(tag, { type: "script" })).of(
    SCRIPT_CODES.get(name) ?? "",
  ) ?? name;

const wholeDay = (tag: LanguageTag, day: string): string =>
  dated(tag, { dateStyle: "long" }, Date.parse(day));

/** What a signal found, in the words of a language; empty: it says no more than the signal itself. */
export function evidenceText(
  tag: LanguageTag,
  { signal, evidence }: Pick<Hit, "signal" | "evidence">,
): string {
  let text = evidence;
  if (signal === "foreign-script") text = text.replace(/\p{L}+$/u, (name) => scriptText(tag, name));
  if (signal === "old-post") text = text.replace(/[\d-]{10}$/, (day) => wholeDay(tag, day));
  return said(evidencePatterns, languages[tag].messages.evidence, `${signal}: ${text}`) ?? evidence;
}

/** The same in a component. */
export function useEvidence(): (hit: Pick<Hit, "signal" | "evidence">) => string {
  const { tag } = useContext(PageLanguage);
  return (hit) => evidenceText(tag, hit);
}

/** Why a check was not made; of one that failed, what its program said. */
export function useNotRun(): (reason: string) => string {
  const { notRun } = useMessages();
  return (reason) => said(notRunPatterns, notRun, reason) ?? reason;
}

/** What a verdict names as its reason: a signal, or a rule with the entry that was met. */
export function useReason(): (reason: string) => string {
  const { why, signals } = useMessages();
  return (reason) => {
    const signal = signals[reason];
    if (signal) return signal.label;
    const { kind, entry } = ruleOf({ rule: reason, effect: "hold" });
    if (kind === "unknown") return reason;
    return entry === undefined ? why.rules[kind] : `${why.rules[kind]}: ${entry}`;
  };
}

/** A moment, milliseconds since 1970; in UTC, which a script turns into the reader's own time. */
export const Time: FC<{ at: number }> = ({ at }) => {
  const date = new Date(at);
  return (
    <time datetime={date.toISOString()} title={date.toUTCString()}>
      {date.toISOString().slice(0, 16).replace("T", " ")}
    </time>
  );
};

/**
 * How long ago a moment was; the moment itself is its title. The script keeps it true while the page is open.
 */
export const Ago: FC<{ at: number; now: number }> = ({ at, now }) => {
  const { tag } = useContext(PageLanguage);
  const date = new Date(at);
  return (
    <time datetime={date.toISOString()} title={date.toUTCString()} data-relative>
      {ago(tag, at, now)}
    </time>
  );
};

/** Digits are those that all languages of the pages use, so that figures compare. */
function format(tag: LanguageTag, options: Intl.NumberFormatOptions): (value: number) => string {
  const key = `number ${tag} ${JSON.stringify(options)}`;
  const known = once(key, () => new Intl.NumberFormat(`${tag}-u-nu-latn`, options));
  return (value) => known.format(value);
}

function dated(tag: LanguageTag, options: Intl.DateTimeFormatOptions, at: number): string {
  const make = () => new Intl.DateTimeFormat(`${tag}-u-nu-latn`, { ...options, timeZone: "UTC" });
  return once(`date ${tag} ${JSON.stringify(options)}`, make).format(at);
}

/** Things in a row, as a language puts them: "a link, a mail address and a phone number". */
export const listOf = (tag: LanguageTag, items: readonly string[]): string =>
  once(`list ${tag}`, () => new Intl.ListFormat(tag, { type: "conjunction" })).format(items);

const useFormat = (options: Intl.NumberFormatOptions) => format(useContext(PageLanguage).tag, options);

/** Writes a share of 0..1 in percent. */
export const usePercent = () => useFormat({ style: "percent", maximumFractionDigits: 1 });

/** Writes a number with its thousands apart. */
export const useNumber = () => useFormat({});

/** A time of today, such as 14:02: in the reader's own zone, where there is a script that knows it. */
export const Clock: FC<{ at: number }> = ({ at }) => {
  const moment = new Date(at).toISOString();
  return (
    <time datetime={moment} data-clock>
      {moment.slice(11, 16)} UTC
    </time>
  );
};

/** A day of this year or the next, milliseconds since 1970: "4 December". */
export const dayText = (tag: LanguageTag, at: number): string =>
  dated(tag, { day: "numeric", month: "long" }, at);

/** The same in a component. */
export function useDay(): (at: number) => string {
  const { tag } = useContext(PageLanguage);
  return (at) => dayText(tag, at);
}

/** Writes a probability in percent: near nothing and near certainty with as many digits as it takes to tell them apart. */
export function percentOf(tag: LanguageTag, probability: number): string {
  const toEnd = Math.min(probability, 1 - probability);
  const digits = toEnd >= 0.1 ? 0 : toEnd >= 0.01 ? 1 : 2;
  const shown = Math.round(probability * 10 ** (digits + 2)) / 10 ** (digits + 2);
  const options = { style: "percent", maximumFractionDigits: digits } as const;
  return once(`percent ${tag} ${digits} ${shown}`, () => format(tag, options)(shown));
}

/** The same in a component. */
export function useProbability(): (probability: number) => string {
  const { tag } = useContext(PageLanguage);
  return (probability) => percentOf(tag, probability);
}

export type Band = "fine" | "unsure" | "spam" | "abuse";

const LIKELY_SPAM = 0.75;
const LIKELY_FINE = 0.25;

/** What the filter thinks, in one of four. What may be abuse is never called fine: that it is no spam says nothing of it. */
export function bandOf({ probability, abuse }: Pick<Verdict, "probability" | "abuse">): Band {
  if (probability >= LIKELY_SPAM) return "spam";
  if (abuse.flagged) return "abuse";
  return probability > LIKELY_FINE ? "unsure" : "fine";
}

/** The same as a shape, a word and a colour; with the figure where there is room. */
export const Badge: FC<{ verdict: Verdict; figure?: boolean }> = ({ verdict, figure }) => {
  const { words } = useMessages();
  const { tag } = useContext(PageLanguage);
  const band = bandOf(verdict);
  const badge = (share?: string) => (
    <span class={`badge ${band}`}>
      <Icon name={`b-${band}`} />
      {words.bands[band]}
      {share === undefined ? null : <span class="num"> · {share}</span>}
    </span>
  );
  if (figure) return badge(words.spamShare(percentOf(tag, verdict.probability)));
  // Without a figure there are four, and each row of a list has one.
  return once(`badge ${tag} ${band}`, () => raw(String(badge())));
};
