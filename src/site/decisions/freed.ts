import { listedAuthor } from "../../core/judging/listed.ts";
import { met } from "../../core/judging/lists.ts";
import { outcomeOf } from "../../core/judging/policy.ts";
import { swayed, swayOf } from "../../core/judging/rules.ts";
import { marksOfRow } from "../../core/memory/reputation.ts";
import { read } from "../../core/reading/subject.ts";
import { standingRules } from "../preview/standing-rules.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";

/** A comment that only entries had rejected which are in the lists no longer, and what its verdict says without them. */
export interface Freed {
  readonly row: CommentRow;
  readonly outcome: "publish" | "review";
}

/** Comments that are in memory at the same time. */
const READ_AT_ONCE = 500;

/** Those that are stored and that nobody has decided on, the oldest first. Reads all that the filter rejected. */
export function* freed(site: Site): Generator<Freed> {
  let rows = site.lists.rejectedByRule(undefined, READ_AT_ONCE);
  while (rows.length > 0) {
    for (const row of rows) {
      const outcome = outcomeNow(site, row);
      if (outcome !== undefined) yield { row, outcome };
    }
    rows = site.lists.rejectedByRule(rows.at(-1), READ_AT_ONCE);
  }
}

export function countFreed(site: Site): number {
  let count = 0;
  for (const _ of freed(site)) count++;
  return count;
}

/** Undefined: it was rejected for something else, too, or the lists still reject it. */
function outcomeNow(site: Site, row: CommentRow): Freed["outcome"] | undefined {
  const { settings } = site.record;
  const { probability, payload, policy } = row.verdict;
  const byScore = outcomeOf(probability, site.policy.thresholds, payload);
  const outcome = swayed(swayOf(standingRules(policy, settings)), byScore);
  return outcome === "reject" || isBlocked(site, row) ? undefined : outcome;
}

/** Whether another entry would reject the comment today, as far as it is told by what is stored. */
function isBlocked(site: Site, row: CommentRow): boolean {
  const { settings } = site.record;
  const { policy } = site;
  if (met(read(row.comment, policy.hosts), policy.blocked).length > 0) return true;
  const listed = listedAuthor(settings, {
    mail: row.mail ?? undefined,
    name: row.comment.author.name,
    prefixes: row.prefix === null ? [] : [row.prefix],
    marks: new Set(marksOfRow(row)),
    confirmed: false,
  });
  return listed?.effect === "reject";
}
