import { isDoubleRule } from "./double.ts";
import type { RuleKind } from "./rule-kind.ts";
import type { PolicyHit } from "./verdict.ts";

/** A rule in a verdict that was stored before rules named their kind. */
export type StoredRule = Pick<PolicyHit, "rule" | "effect"> & Partial<PolicyHit>;

const KINDS: readonly (readonly [RuleKind, RegExp])[] = [
  ["staff", /^the author is /],
  ["own user", /^the blog's own user /],
  ["own pingback", /^pingback of the site's own$/],
  ["cut", /: cut$/],
  ["test author", /^test author that is always spam$/],
  ["blocked author", /^blocked author(?:, approved from here)?: (.*)$/s],
  ["allowed author", /^allowed author: (.*)$/s],
  ["blocked", /^blocked: (.*)$/s],
  ["allowed", /^allowed: (.*)$/s],
  ["first comment", /^first comment of this author$/],
  ["link", /^holds a link$/],
  ["nothing to read", /^shows nothing to read$/],
  ["answers spam", /^answers a comment that is spam here$/],
  ["abuse", /^may be abuse$/],
  ["surge", /^far more comments than usual$/],
  ["no proof", /^came without the proof that the form asks for$/],
  ["bad proof", /^the form's proof (?:was|had) /],
  ["proof unknown", /^whoever verifies the form's proof did not answer$/],
  ["unreachable", /^site object unreachable$/],
  ["old post", /^under a post older than \d+ days$/],
  ["spread", /^links to .*, which nobody here approved, as \d+ others did within a day$/],
  ["wave", /^one of a wave that /],
];

/** The rule with its kind, told from its words where it does not name it. */
export function ruleOf(stored: StoredRule): PolicyHit {
  const { kind, rule, effect } = stored;
  if (kind !== undefined) return { ...stored, kind };
  if (isDoubleRule(rule)) return { rule, effect, kind: "double" };
  for (const [named, words] of KINDS) {
    const [found, entry] = words.exec(rule) ?? [];
    if (found !== undefined) return { rule, effect, kind: named, ...(entry !== undefined && { entry }) };
  }
  return { rule, effect, kind: "unknown" };
}
