import type { ImportReport, ImportTrial } from "../../contract/import.ts";
import { type Setting, settings } from "../../core/judging/policy.ts";
import type { Site } from "../site.ts";
import { type JudgedPast, judgedPastUnder } from "../tables/judged-past.ts";

/** What the filter would have done with comments that a person had judged. */
export function trialOf(judged: readonly JudgedPast[]): ImportTrial {
  const count = (like: (one: JudgedPast) => boolean) => judged.filter(like).length;
  return {
    comments: judged.length,
    seen: count(({ outcome }) => outcome === "review"),
    ham: count(({ label }) => label === "ham"),
    hamRejected: count(({ label, outcome }) => label === "ham" && outcome === "reject"),
    spam: count(({ label }) => label === "spam"),
    spamPublished: count(({ label, outcome }) => label === "spam" && outcome === "publish"),
  };
}

/** What each history brought, by the name of its source. */
export function importReports(site: Site): ImportReport[] {
  return site.imports.all().map(({ source, record }) => {
    const judged = site.imports.judged(source);
    const times = judged.map(({ at }) => at).filter((at) => at > 0);
    const { begun, ...counts } = record;
    return {
      source,
      begun: new Date(begun).toISOString(),
      ...counts,
      oldest: timeOf(times.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY)),
      newest: timeOf(times.reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY)),
      trial: trialOf(judged),
      quarters: quartersOf(judged).map(trialOf),
      presets: {
        careful: trialOf(underPreset(judged, "careful")),
        balanced: trialOf(underPreset(judged, "balanced")),
        light: trialOf(underPreset(judged, "light")),
      },
    };
  });
}

/** As they would have been judged there; those of an import before what it takes was kept are left out. */
const underPreset = (judged: readonly JudgedPast[], setting: Setting): JudgedPast[] =>
  judged
    .filter(({ sway }) => sway !== undefined)
    .map((one) => ({ ...one, outcome: judgedPastUnder(one, settings[setting]) }));

/** Four parts of as equal a number as there can be, in the order the comments came. */
function quartersOf<T>(all: readonly T[]): T[][] {
  const at = (quarter: number) => Math.round((all.length * quarter) / 4);
  return [0, 1, 2, 3].map((quarter) => all.slice(at(quarter), at(quarter + 1)));
}

const timeOf = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : null);
