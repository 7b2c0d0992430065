import { met } from "../../core/judging/lists.ts";
import { outcomeOf } from "../../core/judging/policy.ts";
import type { PolicyHit } from "../../core/judging/verdict.ts";
import { marksOfRow } from "../../core/memory/marks.ts";
import { read } from "../../core/reading/subject.ts";
import { policyOf } from "../intake/policy.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { listedAuthor, listedName } from "../views/listed.ts";

/** A comment that only entries had rejected which are in the lists no longer, and what its verdict says without them. */
export interface Freed {
  readonly row: CommentRow;
  readonly outcome: "publish" | "review";
}

/** Comments that are in memory at the same time. */
const READ_AT_ONCE = 500;

/** Those that are stored and that nobody has decided on, the oldest first. Reads all that the filter rejected. */
export function* freed(site: Site): Generator<Freed> {
  let rows = site.comments.rejectedByRule(undefined, READ_AT_ONCE);
  while (rows.length > 0) {
    for (const row of rows) {
      const outcome = outcomeNow(site, row);
      if (outcome !== undefined) yield { row, outcome };
    }
    rows = site.comments.rejectedByRule(rows.at(-1), READ_AT_ONCE);
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
  const left = row.verdict.policy.filter(({ rule }) => stands(rule, settings));
  const has = (effect: PolicyHit["effect"]) => left.some((hit) => hit.effect === effect);
  if (has("reject") || isBlocked(site, row)) return undefined;
  const byScore = outcomeOf(row.verdict.probability, policyOf(settings).thresholds, row.verdict.payload);
  if (byScore === "reject") return undefined;
  return has("hold") ? "review" : has("publish") ? "publish" : byScore;
}

/** Rules of the lists, as verdicts name them. */
const OF_LIST = /^(blocked|allowed)( author(?:, approved from here)?)?: (.*)$/s;

/** Whether a rule of a verdict is one still: those of the lists only while the entry is there. */
function stands(rule: string, lists: Readonly<Record<"blocked" | "allowed", readonly string[]>>): boolean {
  const [, list, author, what] = OF_LIST.exec(rule) ?? [];
  if (list === undefined) return true;
  const entries = lists[list as "blocked" | "allowed"];
  return entries.some((entry) => (author === undefined ? entry : listedName(entry)) === what);
}

/** Whether another entry would reject the comment today, as far as it is told by what is stored. */
function isBlocked(site: Site, row: CommentRow): boolean {
  const { settings } = site.record;
  const policy = policyOf(settings);
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
