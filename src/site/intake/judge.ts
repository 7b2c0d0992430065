import type { Intake } from "../../contract/intake.ts";
import { check } from "../../core/check.ts";
import { listedAuthor } from "../../core/judging/listed.ts";
import type { Verdict } from "../../core/judging/verdict.ts";
import type { History } from "../../core/memory/history.ts";
import { type Recent, recall } from "../../core/memory/recent.ts";
import type { Fingerprint } from "../../core/reading/fingerprint.ts";
import { read, type Subject } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import { waveOf } from "../waves/wave-of.ts";

export interface Judgement {
  /** The comment as it was read: once, for all that comes after. */
  readonly subject: Subject;
  readonly verdict: Verdict;
  readonly fingerprint: Fingerprint | undefined;
}

/**
 * Runs the filter over a submission with all that the site remembers. Writes nothing. `past`: what came before a comment of
 * the blog's past, which is judged as of its time.
 */
export function judge(site: Site, intake: Intake, past?: Recent): Judgement {
  const { policy } = site;
  const subject = read(intake.comment, policy.hosts);
  const { prefixes, marks, fingerprint, ...recalled } = recall(
    { recent: past ?? site.recent, reputation: site.learned.reputation },
    intake,
    subject,
    policy.allowed,
  );
  const waves = past === undefined ? site.waves.standing(intake.arrived) : [];
  const history: History = {
    now: intake.arrived,
    ...recalled,
    surge: past === undefined && site.surging(intake.arrived),
    answersSpam: answersSpam(site, intake),
    wave: waves.length > 0 ? waveOf(waves, subject, fingerprint) : undefined,
    listed: listedAuthor(site.record.settings, {
      mail: intake.mail,
      name: intake.comment.author.name,
      prefixes,
      marks,
      confirmed: recalled.standing?.confirmed ?? false,
    }),
  };
  const verdict = check(subject, site.corpus, history, policy);
  site.failures.note(verdict.notRun);
  return { subject, verdict, fingerprint };
}

/** Whether the comment that this one answers is spam here; one that is not known is not. */
function answersSpam(site: Site, { id, comment: { parent } }: Intake): boolean {
  return parent?.id !== undefined && parent.id !== id && site.comments.get(parent.id)?.status === "spam";
}
