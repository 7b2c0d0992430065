import { type Actor, byKey } from "../../contract/actor.ts";
import type { Intake, Report, Reported, Submitter } from "../../contract/intake.ts";
import { website } from "../../contract/website.ts";
import { decisions } from "../../core/judging/decision.ts";
import { store, submitterFault } from "../intake/submit.ts";
import { remove } from "../privacy/erase.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { decide } from "./decide.ts";

/** Comments that are looked at for the one that a report without an id is about. */
const MOST_ALIKE = 20;

/**
 * Takes what the blog's own moderator decided: the comment is found again by its id, else by author, mail and content; one
 * that was never seen is stored. The same report again teaches nothing twice; an opposite one changes the decision.
 */
export function report(site: Site, intake: Intake, reported: Report, submitter: Submitter): Reported {
  const fault = submitterFault(site, submitter);
  if (fault) return { ok: false, reason: fault };
  if (!intake.test) take(site, intake, reported);
  if (submitter.client !== undefined && submitter.key !== null) {
    site.akismetCalls.note({
      at: intake.arrived,
      call: callOf(reported.decision),
      client: submitter.client,
      key: submitter.key,
      answer: "thanks",
    });
  }
  return { ok: true };
}

/** Akismet's own calls for two of them; the others come by one that Hamlet's file for WordPress makes. */
const callOf = (decision: Report["decision"]): string =>
  decision === "spam" ? "submit-spam" : decision === "approve" ? "submit-ham" : `comment-status ${decision}`;

/** Stores a comment that was never seen; undefined: what was done to it teaches nothing. */
function unseen(site: Site, intake: Intake, decision: Report["decision"]): CommentRow | undefined {
  if (isEmpty(intake) || (decision !== "approve" && decision !== "spam")) return undefined;
  return store(site, intake, () => decisions[decision].status);
}

/** The same without a caller: it was answered while this object could not be reached. */
export function take(site: Site, intake: Intake, { decision, by, madeId }: Report): void {
  site.transaction(() => {
    const known =
      site.comments.get(intake.id) ??
      (madeId === intake.id ? undefined : site.comments.get(madeId)) ??
      reportedAmong(site.lists.alike(intake, MOST_ALIKE), intake);
    if (decision === "delete") {
      // Emptying a spam folder is tidying, and no judgement.
      if (known) remove(site, known.id, { keepLesson: known.status === "spam" });
      return;
    }
    const row = known ?? unseen(site, intake, decision);
    if (!row) return;
    decide(
      site,
      row.id,
      { decision, revision: row.revision },
      { by: doer(intake, by), now: intake.arrived, source: "akismet", judged: known !== undefined },
    );
  });
}

/**
 * Of comments with the same author and content the one reported: the one with the same website. A report
 * that tells no website is for one that had none, or for the only one there is.
 */
function reportedAmong(alike: readonly CommentRow[], { comment }: Intake): CommentRow | undefined {
  const site = website(comment.author.url ?? "");
  const siteOf = (row: CommentRow) => website(row.comment.author.url ?? "");
  const same = alike.find((row) => siteOf(row) === site);
  const sites = new Set(alike.map(siteOf));
  return same ?? (site === "" && sites.size === 1 ? alike[0] : undefined);
}

/** The key that it came with, for whom the blog names. */
const doer = ({ akismet }: Intake, named: string): Actor =>
  akismet ? byKey(akismet.key, named) : { name: named };

/** There is nothing to be learned from a comment that is unknown and says nothing. */
const isEmpty = ({ comment: { content, author } }: Intake): boolean =>
  content.trim() === "" && !author.name && !author.url && !author.email;
