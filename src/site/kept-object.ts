import { DurableObject } from "cloudflare:workers";
import type { SiteRecord } from "../contract/site-record.ts";
import type { Health } from "../contract/views.ts";
import { directoryObject } from "../directory/directory.ts";
import type { Bindings } from "../env.ts";
import { type Opened, open } from "./open.ts";
import type { Usage } from "./tables/sql.ts";
import type { BackupPage, TableRows } from "./upkeep/backup.ts";
import type { Integrity } from "./upkeep/integrity.ts";
import { figuresOf, healthOf } from "./views/health.ts";

const FIGURES_EVERY = 5 * 60_000;

/** What a site object is apart from comments: opened, woken, counted, compared with itself, backed up, restored, emptied. */
export class KeptObject extends DurableObject<Bindings> {
  protected opened: Opened;
  #figures: Readonly<Record<string, number>> = {};
  #figuresAt = 0;

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    this.opened = open(state.storage, env);
    state.blockConcurrencyWhile(() => this.opened.alarm.wake());
  }

  /** Rows read and written since this object woke. */
  usage(): Usage {
    return this.opened.site.usage;
  }

  /** Deletes everything this site ever stored. What still arrives under an old copy of its record is turned away. */
  async destroy(now: number): Promise<void> {
    await this.clear();
    this.opened.site.meta.deletedAt = now;
  }

  /** Reads all anew, as after a crash. */
  wake(): void {
    this.opened = open(this.ctx.storage, this.env);
  }

  /** Ends the queue lane's pause after a failure of KV. */
  resumeQueue(): void {
    this.opened.site.meta.times = { ...this.opened.site.meta.times, queuePausedUntil: 0 };
    this.wrote();
  }

  health(record: SiteRecord): Health {
    this.opened.site.meta.adopt(record);
    return healthOf(this.opened.site, Date.now());
  }

  integrity(record: SiteRecord): Integrity {
    this.opened.site.meta.adopt(record);
    return this.opened.upkeep.integrity();
  }

  /** A page of all that is kept; undefined cursor: the first. */
  backup(cursor: string | undefined): BackupPage {
    return this.opened.upkeep.backup(cursor);
  }

  /** Empties this object for a backup to be put in. */
  async clear(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.wake();
  }

  /** Why the rows do not fit; undefined: they are in. */
  restore(rows: TableRows): string | undefined {
    return this.opened.upkeep.restore(rows);
  }

  /** After a backup's last row: lives on from what was put in. */
  restored(record: SiteRecord): void {
    this.wake();
    this.opened.site.meta.adopt(record);
    this.opened.upkeep.requeue();
    this.wrote();
  }

  override async alarm(): Promise<void> {
    await this.opened.alarm.ring();
    this.#keepCount(Date.now());
  }

  /** After every call that may have written: its cost is kept, and the alarm set. */
  protected wrote(): void {
    const now = Date.now();
    this.#keepCount(now);
    this.opened.alarm.arm(now);
  }

  #keepCount(now: number): void {
    if (this.opened.site.use.save(now)) this.#tellUse(now);
  }

  /** Tells the directory what the day took so far. Not waited for: without an answer the site goes by its own count. */
  #tellUse(now: number): void {
    const { use, record } = this.opened.site;
    const news = use.news(now);
    if (!news) return;
    // Counting what waits reads all of the outbox: no oftener than the metrics change.
    if (now - this.#figuresAt >= FIGURES_EVERY) {
      this.#figures = figuresOf(this.opened.site, now);
      this.#figuresAt = now;
    }
    directoryObject(this.env.DIRECTORY)
      .reportUse(record.id, news, this.#figures, now)
      .then((others) => use.heard(others))
      .catch(() => undefined);
  }
}
