import type { Imports, Suspect } from "../../contract/import.ts";
import type { Site } from "../site.ts";
import type { SuspectRow } from "../tables/suspects.ts";

/** So many are looked at in one go. */
const SHOWN = 20;

/** The comments of the past that a person should look at, the most doubtful first, and those that were decided lately. */
export function suspectsOf(site: Site): Imports["suspects"] {
  const decided = site.suspects.decided(SHOWN).flatMap((row) => {
    const event = row.decided && site.events.get(row.decided.event);
    if (!row.decided || !event) return [];
    const { label, at } = row.decided;
    const by = { name: event.actor, member: event.member ?? undefined };
    return { ...shownOf(row), decided: { label, at, by } };
  });
  return { all: site.suspects.size, shown: site.suspects.all(SHOWN).map(shownOf), decided };
}

const shownOf = ({ source, id, label, outcome, score, at, comment }: SuspectRow): Suspect => ({
  source,
  id,
  label,
  outcome,
  score,
  at,
  author: comment.author.name,
  content: comment.content,
  url: comment.post.url,
});
