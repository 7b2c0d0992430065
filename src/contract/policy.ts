import { type Policy, settings as presets, type Thresholds } from "../core/judging/policy.ts";
import type { Settings } from "./site.ts";

/** The hosts of a site; its own address counts among them. */
export function hostsOf({ hosts, url }: Pick<Settings, "hosts" | "url">): readonly string[] {
  return [...new Set([...hosts, ...(url === null ? [] : [new URL(url).host])])];
}

/** The filter's policy from a site's settings. */
export function policyOf(settings: Settings): Policy {
  return {
    thresholds: thresholdsOf(settings),
    hosts: hostsOf(settings),
    languages: settings.languages,
    holdFirstTimers: settings.holdFirstTimers,
    holdLinks: settings.holdLinks,
    holdAbuse: settings.holdAbuse,
    holdOlder: settings.holdOlder,
    blocked: settings.blocked,
    allowed: settings.allowed,
    own: settings.own,
  };
}

/** A site's own limits, or its setting's. Who has set one publish limit alone meant it for every comment. */
export function thresholdsOf(
  settings: Pick<Settings, "setting" | "publishBelow" | "publishBareBelow" | "rejectAbove">,
): Thresholds {
  const preset = presets[settings.setting];
  const rejectAbove = settings.rejectAbove ?? preset.rejectAbove;
  const bare = settings.publishBelow ?? Math.min(preset.publishBareBelow, rejectAbove);
  return {
    publishBelow: settings.publishBelow ?? preset.publishBelow,
    publishBareBelow: settings.publishBareBelow ?? bare,
    rejectAbove,
  };
}

/** Settings that contradict each other, by JSON pointer. */
export function contradictions(settings: Settings): { pointer: string; detail: string }[] {
  const { publishBelow, publishBareBelow, rejectAbove } = thresholdsOf(settings);
  const faults = [];
  if (settings.form && settings.mode === "log-only")
    faults.push({ pointer: "#/mode", detail: "enforce, with a form whose comments are shown at once" });
  if (publishBelow >= rejectAbove)
    faults.push({
      pointer: "#/publishBelow",
      detail: `below rejectAbove (${rejectAbove}), not ${publishBelow}`,
    });
  if (settings.publishBareBelow === null) return faults;
  if (publishBareBelow < publishBelow)
    faults.push({
      pointer: "#/publishBareBelow",
      detail: `not below publishBelow (${publishBelow}), but ${publishBareBelow}`,
    });
  if (publishBareBelow >= rejectAbove)
    faults.push({
      pointer: "#/publishBareBelow",
      detail: `below rejectAbove (${rejectAbove}), not ${publishBareBelow}`,
    });
  return faults;
}
