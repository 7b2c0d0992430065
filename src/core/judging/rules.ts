import type { RuleKind } from "./rule-kind.ts";
import type { Outcome, PolicyHit } from "./verdict.ts";

/** What the rules that a comment meets lead to, all of them together. */
export const sways = ["none", "published", "let through", "held", "seen", "rejected"] as const;

/** "published" and "rejected": whatever the score; "let through" and "held": unless the score rejects; "seen": always held. */
export type Sway = (typeof sways)[number];

/** The strongest effect wins: the blog's own people, then reject, then hold, then publish. */
export function swayOf(hits: readonly Pick<PolicyHit, "kind" | "effect">[]): Sway {
  if (hits.length === 0) return "none";
  const isOf = (...kinds: readonly RuleKind[]) => hits.some(({ kind }) => kinds.includes(kind));
  const has = (wanted: PolicyHit["effect"]) => hits.some(({ effect }) => effect === wanted);
  if (isOf("staff", "own user")) return "published";
  if (has("reject")) return "rejected";
  if (isOf("cut")) return "seen";
  if (has("hold")) return "held";
  if (isOf("own pingback")) return "published";
  return has("publish") ? "let through" : "none";
}

/** What becomes of the score's outcome. */
export function swayed(sway: Sway, byScore: Outcome): Outcome {
  switch (sway) {
    case "published":
      return "publish";
    case "rejected":
      return "reject";
    case "seen":
      return "review";
    case "held":
      return byScore === "reject" ? "reject" : "review";
    case "let through":
      return byScore === "reject" ? "reject" : "publish";
    default:
      return byScore;
  }
}
