import { type FC, useContext } from "hono/jsx";
import { signalText } from "../../core/explaining/explain.ts";
import type { Verdict } from "../../core/judging/verdict.ts";
import { languages, type Messages, PageLanguage } from "../messages/messages.ts";

/** The score in a word. What may be abuse is never called fine: that it is no spam says nothing of it. */
export function likelihood(
  { words }: Messages,
  { probability, abuse }: Pick<Verdict, "probability" | "abuse">,
): string {
  const { likelihoods } = words;
  if (probability >= 0.995) return likelihoods.surelySpam;
  if (probability >= 0.75) return likelihoods.likelySpam;
  if (abuse.flagged) return likelihoods.abuse;
  if (probability > 0.25) return likelihoods.doubtful;
  return probability > 0.005 ? likelihoods.likelyFine : likelihoods.surelyFine;
}

/** Log-odds points with their sign: +2.3, −0.4. */
export const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];
const relative = new Map<string, Intl.RelativeTimeFormat>();

/** How long ago, in the words of a language; times in milliseconds since 1970. */
export function ago(tag: keyof typeof languages, time: number, now: number): string {
  const format = relative.get(tag) ?? new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  relative.set(tag, format);
  for (const [unit, length] of UNITS) {
    if (now - time >= length) return format.format(-Math.floor((now - time) / length), unit);
  }
  return languages[tag].messages.words.justNow;
}

/** What a signal is called, in the page's language. Call it in a component. */
export function useSignalText(): typeof signalText {
  const { signals } = languages[useContext(PageLanguage).tag].messages;
  return (name) => signals[name] ?? signalText(name);
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

/** Digits that all languages of the pages use, so that figures compare. */
const useFormat = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
  const { tag } = useContext(PageLanguage);
  const format = new Intl.NumberFormat(`${tag}-u-nu-latn`, options);
  return (value) => format.format(value);
};

/** Writes a share of 0..1 in percent. */
export const usePercent = () => useFormat({ style: "percent", maximumFractionDigits: 1 });

/** Writes a number with its thousands apart. */
export const useNumber = () => useFormat({});
