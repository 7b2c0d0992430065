import { type Lesson, learn, lesson } from "../../core/classifier/lesson.ts";
import { WEAK_AFTER, WEAK_WEIGHT, weakLabel } from "../../core/classifier/weak-label.ts";
import { read } from "../../core/reading/subject.ts";
import { batchToBytes } from "../decisions/weak-batch.ts";
import { policyOf } from "../intake/policy.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";

/** Comments learned from in one day's batch: its row stays well below the 2 MB that SQLite takes here. */
const BATCH = 1000;

/**
 * Learns from the filter's own sure verdicts that nobody took back for a week, with little weight. One row a batch holds
 * what each comment added, so that a later decision takes its own part back.
 */
export class WeakJob {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  work(now: number): void {
    const { record, meta, comments } = this.#site;
    const until = now - WEAK_AFTER;
    if (record.settings.mode === "log-only" || until <= meta.times.weakUntil) return;
    const rows = comments.undecided(meta.times.weakUntil, until, BATCH);
    const last = rows.length === BATCH ? (rows.at(-1)?.arrived ?? until) : until;
    this.#site.transaction(() => {
      const taught = rows.flatMap((row) => this.#teach(row));
      if (taught.length > 0) this.#keep(taught, now);
      meta.times = { ...meta.times, weakUntil: last };
    });
  }

  #teach(row: CommentRow): [string, Lesson][] {
    const label = row.verdict.policy.length === 0 ? weakLabel(row.verdict.probability) : undefined;
    if (!label) return [];
    const { corpus, record } = this.#site;
    const policy = policyOf(record.settings);
    const taught = lesson(read(row.comment, policy.hosts), corpus, policy, label, WEAK_WEIGHT);
    learn(this.#site.learned.state, taught);
    return [[row.id, taught]];
  }

  #keep(taught: readonly [string, Lesson][], now: number): void {
    this.#site.events.add({
      sequence: this.#site.events.nextSequence(now),
      comment: "",
      type: "learned",
      decision: null,
      because: null,
      actor: "Hamlet",
      at: now,
      before: "published",
      status: "published",
      send: false,
      revoked: false,
      lesson: batchToBytes(taught),
      source: "hamlet",
      outcome: null,
      batch: null,
    });
    this.#site.learned.save();
  }
}
