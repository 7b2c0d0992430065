import type { Settings } from "../../contract/site.ts";
import { listedName } from "../../core/judging/listed.ts";
import { namesDomain } from "../../core/judging/lists.ts";
import type { PolicyHit } from "../../core/judging/verdict.ts";

/**
 * The rules of a verdict that are rules still: those of the lists only while their entry is there, and what holds a link that others
 * brought, too, while its domain is not allowed.
 */
export const standingRules = (
  rules: readonly PolicyHit[],
  lists: Pick<Settings, "blocked" | "allowed">,
): PolicyHit[] => rules.filter((rule) => stands(rule, lists));

function stands(
  { kind, entry = "", spread }: PolicyHit,
  { blocked, allowed }: Pick<Settings, "blocked" | "allowed">,
): boolean {
  const names = (list: readonly string[]) => list.some((line) => listedName(line) === entry);
  switch (kind) {
    case "blocked":
      return blocked.includes(entry);
    case "allowed":
      return allowed.includes(entry);
    case "blocked author":
      return names(blocked);
    case "allowed author":
      return names(allowed);
    case "spread":
      return spread === undefined || !namesDomain(allowed, spread.domain);
    default:
      return true;
  }
}
