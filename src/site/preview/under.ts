import { thresholdsOf } from "../../contract/policy.ts";
import type { Settings } from "../../contract/site.ts";
import { isOlder, leadsElsewhere, listed, lists, ownUser } from "../../core/judging/apply-policy.ts";
import { listedAuthor } from "../../core/judging/listed.ts";
import { outcomeOf } from "../../core/judging/policy.ts";
import type { RuleKind } from "../../core/judging/rule-kind.ts";
import { swayed, swayOf } from "../../core/judging/rules.ts";
import type { Outcome, PolicyHit, Verdict } from "../../core/judging/verdict.ts";
import { marksOf } from "../../core/memory/reputation.ts";
import type { Subject } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import type { JudgedComment } from "../tables/judged-comments.ts";
import type { Approvals } from "./approvals.ts";
import { standingRules } from "./standing-rules.ts";

/** One set of settings, and what it takes to tell what they make of a comment. */
interface Under {
  readonly site: Site;
  readonly settings: Settings;
  readonly approvals: Approvals;
  /** Entries of these settings that are not among the present ones. */
  readonly added: Pick<Settings, "blocked" | "allowed">;
}

/** A comment as these settings see it; the subject is asked for only where it is needed. */
export interface Seen extends Pick<Verdict, "score" | "probability" | "payload"> {
  readonly row: JudgedComment;
  readonly subject: () => Subject;
}

/** Rules that the settings decide on: they are found anew. All others were found when the comment came, and stand. */
const ANEW: ReadonlySet<RuleKind> = new Set(["own user", "first comment", "link", "old post", "abuse"]);
/** Whose rules keep all that holds from being asked. */
const UNHELD: ReadonlySet<RuleKind> = new Set(["staff", "own user", "own pingback"]);

type Rule = Pick<PolicyHit, "kind" | "effect">;

/** What the filter would have done with a comment under settings: its score under their limits, and the rules it meets. */
export function outcomeUnder(under: Under, seen: Seen): Outcome {
  const byScore = outcomeOf(seen.probability, thresholdsOf(under.settings), seen.payload);
  return swayed(swayOf(rulesUnder(under, seen)), byScore);
}

function rulesUnder(under: Under, seen: Seen): readonly Rule[] {
  const { settings, added } = under;
  const { comment, policy } = seen.row;
  if (comment && ownUser(comment, settings) !== undefined) return [{ kind: "own user", effect: "publish" }];
  const kept = standingRules(policy, settings).filter(({ kind }) => !ANEW.has(kind));
  const fresh = added.blocked.length + added.allowed.length > 0 ? listRules(under, seen) : [];
  return [...kept, ...fresh, ...(kept.some(({ kind }) => UNHELD.has(kind)) ? [] : holdsUnder(under, seen))];
}

function holdsUnder({ settings, approvals }: Under, { row, subject }: Seen): Rule[] {
  // Read only where there is something to follow that may be one.
  const mayLink = row.payload?.includes("link") ?? true;
  const links = () =>
    row.policy.some(({ kind }) => kind === "link") || (mayLink && leadsElsewhere(subject()));
  return [
    ...(settings.holdFirstTimers && approvals.isFirst(row)
      ? [{ kind: "first comment", effect: "hold" } as const]
      : []),
    ...(settings.holdLinks && links() ? [{ kind: "link", effect: "hold" } as const] : []),
    ...(settings.holdAbuse && row.flagged ? [{ kind: "abuse", effect: "hold" } as const] : []),
    ...(row.comment && isOlder(row.comment, settings.holdOlder, row.arrived)
      ? [{ kind: "old post", effect: "hold" } as const]
      : []),
  ];
}

/** What entries say that came into the lists. Domains publish together, so that of the allowed list all are asked. */
function listRules({ site, settings, added }: Under, { row, subject }: Seen): Rule[] {
  const { learned, recent } = site;
  const mail = row.mail ?? undefined;
  const prefixes = row.prefix === null ? [] : [row.prefix];
  const known = {
    comment: subject().comment,
    browser: row.browser ?? undefined,
    network: { prefix: prefixes },
  };
  const marks = marksOf(known, recent.shared);
  const standing = learned.reputation.standing(mail, marks, recent.shared);
  const author = {
    mail,
    name: known.comment.author.name,
    prefixes,
    marks: mail === undefined ? new Set(marks) : learned.reputation.marksWith(mail, marks, recent.shared),
    confirmed: standing?.confirmed ?? false,
  };
  const allowed = added.allowed.length > 0 ? settings.allowed : [];
  return [
    ...lists(subject(), { standing }, { blocked: added.blocked, allowed }),
    ...listed({ listed: listedAuthor(added, author) }),
  ];
}
