import type { FormProved } from "../comment.ts";
import type { RuleKind } from "./rule-kind.ts";
import type { PolicyHit } from "./verdict.ts";

/** What is said of a comment that does not bring the proof that the owner asks for. */
const RULES: Readonly<Record<Exclude<FormProved, "passed">, readonly [RuleKind, string]>> = {
  missing: ["no proof", "came without the proof that the form asks for"],
  failed: ["bad proof", "the form's proof was not right"],
  late: ["bad proof", "the form's proof was too old"],
  spent: ["bad proof", "the form's proof had been used before"],
  unreachable: ["proof unknown", "whoever verifies the form's proof did not answer"],
};

/** Holds a comment that the blog's own form brought without what the owner asks for. */
export function proofRule(proof: FormProved): readonly PolicyHit[] {
  if (proof === "passed") return [];
  const [kind, rule] = RULES[proof];
  return [{ rule, effect: "hold", kind }];
}
