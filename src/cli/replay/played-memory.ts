import { type Decision, decisions, placeOf, type Status } from "../../core/judging/decision.ts";
import type { Thresholds } from "../../core/judging/policy.ts";
import type { Verdict } from "../../core/judging/verdict.ts";
import type { History } from "../../core/memory/history.ts";
import { type Arriving, Recent, recall } from "../../core/memory/recent.ts";
import { marksOf, Reputation } from "../../core/memory/reputation.ts";
import { heldBySurgeAlone, Surge } from "../../core/memory/surge.ts";
import { fingerprint } from "../../core/reading/fingerprint.ts";
import { foreignDomainsOf, linkedDomains, type Subject } from "../../core/reading/subject.ts";

const NONE_SHARED: ReadonlySet<string> = new Set();

/** What a site has in mind while its history is played: the very memory of a site, without its tables. */
export class PlayedMemory {
  readonly #recent = new Recent();
  readonly #reputation = new Reputation();
  readonly #surge = new Surge();
  readonly #statuses = new Map<string, Status>();

  /** What the site knows when a comment comes. */
  look(arriving: Arriving, subject: Subject): History {
    const memory = { recent: this.#recent, reputation: this.#reputation };
    const { prefixes: _, marks: __, fingerprint: ___, ...recalled } = recall(memory, arriving, subject, []);
    const parent = arriving.comment.parent?.id;
    return {
      now: arriving.arrived,
      ...recalled,
      surge: this.#surge.over(arriving.arrived),
      answersSpam: parent !== undefined && this.#statuses.get(parent) === "spam",
    };
  }

  /** Keeps a comment in mind as it was judged, and what a person decided on it; undefined: nobody did. */
  keep(
    arriving: Arriving,
    subject: Subject,
    verdict: Verdict,
    thresholds: Thresholds,
    decision: Decision | undefined,
  ): void {
    const { id, comment, hash, mail, network, arrived } = arriving;
    const status = decision ? decisions[decision].status : placeOf[verdict.outcome];
    this.#statuses.set(id, status);
    this.#recent.remember({
      id,
      post: comment.post.url,
      parent: comment.parent?.id,
      hash,
      arrived,
      status,
      decided: decision !== undefined,
      fingerprint: fingerprint(subject),
      mail,
      name: comment.author.name,
      prefix: network?.prefix[0],
      domains: foreignDomainsOf(subject),
    });
    if (verdict.outcome === "publish" || heldBySurgeAlone(verdict, thresholds)) this.#surge.passed(arrived);
    if (decision === undefined) return;
    if (decision === "approve" && verdict.policy.some(({ kind }) => kind === "surge"))
      this.#surge.approved(arrived);
    const marks = marksOf(arriving, NONE_SHARED);
    this.#reputation.testify({ decision, mail: mail ?? null, marks, domains: linkedDomains(subject) }, 1);
  }
}
