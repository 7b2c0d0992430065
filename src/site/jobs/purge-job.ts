import { nextReset, SHARE_FOR_BLATANT } from "../../contract/plan.ts";
import type { Status } from "../../core/judging/decision.ts";
import { DAY } from "../../platform/clock.ts";
import { MOST_BLATANT } from "../intake/blatant.ts";
import type { Site } from "../site.ts";

/** Rows let go in one alarm; more waits for the next. */
const BATCH = 500;
/** Blatant spam is in no index: more at once, as each look reads the whole table. */
const BLATANT_BATCH = 5_000;
/** The record of decisions, and with it undo and unlearning, is kept this long. */
const EVENT_DAYS = 365;

/** Counts the day, and lets go what the retention settings do not keep: once a day. Waiting comments are never purged;
 * on a day whose rows are nearly used up, nothing is: purging a row is writing one. */
export class PurgeJob {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  work(now: number): void {
    if (this.#site.use.spent(now) >= SHARE_FOR_BLATANT) {
      this.#next(nextReset(now));
      return;
    }
    const { retention } = this.#site.record.settings;
    this.#site.days.count(now);
    const gone = (["spam", "discarded", "published"] as const).map((status) =>
      this.#purge(status, retention[status], now),
    );
    if (gone.some((rows) => rows > 0)) this.#site.events.forgetReplies();
    const events = this.#site.events.purge(now - EVENT_DAYS * DAY, BATCH);
    const solutions = this.#site.solutions.purge(now, BATCH);
    const full = Math.max(...gone, events, solutions) >= BATCH || this.#surplus() >= BLATANT_BATCH;
    this.#next(full ? now + 5_000 : now + DAY);
  }

  #next(purgeDue: number): void {
    this.#site.meta.times = { ...this.#site.meta.times, purgeDue };
  }

  /** Of a flood's spam only the newest is kept. */
  #surplus(): number {
    const gone = this.#site.aged.purgeBlatant(MOST_BLATANT, BLATANT_BATCH);
    this.#site.count("spam", undefined, gone);
    return gone;
  }

  #purge(status: Status, days: number | null, now: number): number {
    if (days === null) return 0;
    const gone = this.#site.aged.settledBefore(status, now - days * DAY, BATCH);
    for (const { id, thread } of gone) {
      this.#site.comments.remove(id);
      if (status === "published") this.#site.shownChanged(thread);
      this.#site.outbox.forget(id);
      this.#site.recent.forget(id);
      this.#site.count(status, undefined);
    }
    return gone.length;
  }
}
