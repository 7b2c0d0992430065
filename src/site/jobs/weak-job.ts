import { lessonOn } from "../../core/classifier/learning.ts";
import { WEAK_AFTER, WEAK_WEIGHT, weakLabel } from "../../core/classifier/weak-label.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";

/** Comments learned from in one day's batch: a site learns from no more than some thousands in all. */
const BATCH = 1000;

/** Learns from the filter's own sure verdicts that nobody took back for a week, with little weight. */
export class WeakJob {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  work(now: number): void {
    const { record, meta, aged, learned } = this.#site;
    const until = now - WEAK_AFTER;
    const { mode, learnCertain } = record.settings;
    if (mode === "log-only" || until <= meta.times.weakUntil) return;
    const rows = aged.undecided(meta.times.weakUntil, until, BATCH);
    const last = rows.length === BATCH ? (rows.at(-1)?.arrived ?? until) : until;
    this.#site.transaction(() => {
      const taught = rows.filter((row) => learnCertain && this.#teach(row));
      if (taught.length > 0) learned.save();
      meta.times = { ...meta.times, weakUntil: last };
    });
  }

  /** False: the verdict was not sure enough. */
  #teach({ id, mail, arrived, comment, verdict }: CommentRow): boolean {
    const label = verdict.policy.length === 0 ? weakLabel(verdict.probability) : undefined;
    if (!label) return false;
    const taught = lessonOn(comment, this.#site.policy, label, WEAK_WEIGHT);
    this.#site.learned.teach({ ...taught, source: "weak", id, mail, at: arrived });
    return true;
  }
}
