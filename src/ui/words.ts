import type { Decision, Status } from "../core/decision.ts";
import type { Verdict } from "../core/verdict.ts";

/** What a decision made of a comment, for people. */
export const decided: Readonly<Record<Decision, string>> = {
  approve: "Approved · learned as ham",
  spam: "Marked spam · learned",
  discard: "Discarded · nothing learned",
};

export const statusWords: Readonly<Record<Status, string>> = {
  pending: "waiting",
  published: "published",
  spam: "spam",
  discarded: "discarded",
};

/** The score in a word. */
export function likelihood({ probability }: Pick<Verdict, "probability">): string {
  if (probability >= 0.995) return "surely spam";
  if (probability >= 0.75) return "likely spam";
  if (probability > 0.25) return "doubtful";
  return probability > 0.005 ? "likely fine" : "surely fine";
}

/** Log-odds points with their sign: +2.3, −0.4. */
export const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long ago, in words; times in milliseconds since 1970. */
export function ago(time: number, now: number): string {
  for (const [unit, length] of UNITS) {
    if (now - time >= length) return relative.format(-Math.floor((now - time) / length), unit);
  }
  return "just now";
}
