import type { Label } from "../../core/judging/decision.ts";
import type { JudgedComment } from "../tables/judged-comments.ts";

/**
 * What people said of a comment, or let stand. Undefined: it waits, or it was merely unwanted; or log-only mode published it
 * against the filter, and nobody has said anything.
 */
export function labelOf({
  status,
  decided,
  would = "publish",
}: Pick<JudgedComment, "status" | "decided" | "would">): Label | undefined {
  if (status === "spam") return "spam";
  return status === "published" && (decided || would === "publish") ? "ham" : undefined;
}
