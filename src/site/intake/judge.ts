import type { Intake } from "../../contract/intake.ts";
import { check } from "../../core/check.ts";
import type { Verdict } from "../../core/judging/verdict.ts";
import type { History } from "../../core/memory/history.ts";
import { linkedDomains } from "../../core/reading/domains.ts";
import { type Fingerprint, fingerprint } from "../../core/reading/fingerprint.ts";
import { read } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import { listedAuthor } from "../views/listed.ts";
import { policyOf } from "./policy.ts";

export interface Judgement {
  readonly verdict: Verdict;
  readonly fingerprint: Fingerprint | undefined;
}

/** The hashes by which an author is told from somebody who only typed her mail address. */
export function marksOf(intake: Pick<Intake, "network" | "browser">): string[] {
  return [...(intake.network?.prefix ?? []), ...(intake.browser ? [intake.browser] : [])];
}

/** Runs the filter over a submission with all that the site remembers. Writes nothing. */
export function judge(site: Site, intake: Intake): Judgement {
  const policy = policyOf(site.record.settings);
  const subject = read(intake.comment, policy.hosts);
  const print = fingerprint(subject);
  const history: History = {
    now: intake.arrived,
    ...site.recent.look({
      id: intake.id,
      post: intake.comment.post.url,
      parent: intake.comment.parent?.id,
      hash: intake.hash,
      arrived: intake.arrived,
      fingerprint: print,
      mail: intake.mail,
      name: intake.comment.author.name,
      prefixes: intake.network?.prefix ?? [],
    }),
    standing: site.learned.reputation.standing(intake.mail, marksOf(intake)),
    domains: site.learned.reputation.domains(linkedDomains(subject)),
    surge: site.surging(intake.arrived),
    answersSpam: answersSpam(site, intake),
    listed: listedAuthor(site.record.settings, intake.mail, intake.network?.prefix ?? []),
  };
  const verdict = check(subject, site.corpus, history, policy);
  site.failures.note(verdict.notRun);
  return { verdict, fingerprint: print };
}

/** Whether the comment that this one answers is spam here; one that is not known is not. */
function answersSpam(site: Site, { id, comment: { parent } }: Intake): boolean {
  return parent?.id !== undefined && parent.id !== id && site.comments.get(parent.id)?.status === "spam";
}
