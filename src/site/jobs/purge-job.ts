import { nextReset, SHARE_FOR_BLATANT } from "../../contract/plan.ts";
import type { Status } from "../../core/judging/decision.ts";
import { DAY, dayOf } from "../../platform/clock.ts";
import { MOST_BLATANT } from "../intake/blatant.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";

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
  /** The day, since 1970, on which all rows were last read without a batch of them left; -1: not since the object woke. */
  #readOn = -1;

  constructor(site: Site) {
    this.#site = site;
  }

  work(now: number): void {
    if (this.#site.use.spent(now) >= SHARE_FOR_BLATANT) {
      this.#next(nextReset(now));
      return;
    }
    const { retention } = this.#site.record.settings;
    const { aged } = this.#site;
    const surplus = this.#readOn === dayOf(now) ? 0 : this.#readAll(now);
    const gone = (["spam", "discarded", "published"] as const).map((status) => {
      const days = retention[status];
      return days === null ? 0 : this.#drop(status, aged.settledBefore(status, now - days * DAY, BATCH));
    });
    if (gone.some((rows) => rows > 0)) this.#site.events.forgetReplies();
    this.#site.mentions.purge(now);
    this.#site.readers.purge(now, this.#site.record.settings.mailReaders);
    this.#site.suspects.purge(now);
    const events = this.#site.events.purge(now - EVENT_DAYS * DAY, BATCH);
    const solutions = this.#site.solutions.purge(now, BATCH);
    const full = Math.max(...gone, events, solutions) >= BATCH || surplus >= BLATANT_BATCH;
    this.#next(full ? now + 5_000 : now + DAY);
  }

  #next(purgeDue: number): void {
    this.#site.meta.times = { ...this.#site.meta.times, purgeDue };
  }

  /**
   * Counts the day, and lets blatant spam go: what retention does not keep, and of a flood's all but the newest. Each reads the whole
   * table, so it is done once a day, and again only while there is more. Answers how many went.
   */
  #readAll(now: number): number {
    this.#site.days.count(now);
    const days = this.#site.record.settings.retention.spam;
    const { aged } = this.#site;
    const old = days === null ? [] : aged.blatantBefore(now - days * DAY, BLATANT_BATCH);
    this.#drop("spam", old);
    const gone = Math.max(old.length, this.#surplus());
    if (gone < BLATANT_BATCH) this.#readOn = dayOf(now);
    return gone;
  }

  #surplus(): number {
    const gone = this.#site.aged.purgeBlatant(MOST_BLATANT, BLATANT_BATCH);
    this.#site.count("spam", undefined, gone);
    return gone;
  }

  #drop(status: Status, gone: readonly Pick<CommentRow, "id" | "thread">[]): number {
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
