import type { WaveRule } from "../../contract/wave-rule.ts";
import type { DecidedWave } from "../../core/memory/history.ts";
import { fits, type Seen } from "../../core/memory/wave-pattern.ts";
import type { Fingerprint } from "../../core/reading/fingerprint.ts";
import { linkedDomains, readLinks, type Subject } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import type { TraitRow } from "../tables/comment-lists.ts";

/** The wave that a comment which comes is one of, by the rules of people who decided on later ones, too: of several the first. */
export function waveOf(
  rules: readonly WaveRule[],
  subject: Subject,
  fingerprint: Fingerprint | undefined,
): DecidedWave | undefined {
  const seen: Seen = { fingerprint, domains: linkedDomains(subject), name: subject.comment.author.name };
  const found = rules.find(({ pattern }) => fits(pattern, seen));
  return found && { id: found.id, by: found.by, decision: found.decision };
}

/** What of a stored comment is compared with waves. */
export function seenIn(
  site: Site,
  { exact, sketch, comment, name }: Pick<TraitRow, "exact" | "sketch" | "comment" | "name">,
): Seen {
  return {
    fingerprint: exact !== null && sketch !== null ? { exact, sketch } : undefined,
    domains: linkedDomains(readLinks(comment, site.policy.hosts)),
    name: name ?? undefined,
  };
}
