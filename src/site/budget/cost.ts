import type { Use } from "../../contract/plan.ts";
import { MINUTE } from "../../platform/clock.ts";
import type { Site } from "../site.ts";
import { figuresOf } from "../views/health.ts";

const FIGURES_EVERY = 5 * MINUTE;

/** Who adds up what the account's sites took of the plan's day; answers what all the others took. */
type ReportUse = (
  site: string,
  use: Use,
  figures: Readonly<Record<string, number>>,
  now: number,
) => Promise<Use>;

/** Keeps what a site's calls cost, and lets the account know now and then. */
export class Cost {
  readonly #site: Site;
  readonly #report: ReportUse;
  #figures: Readonly<Record<string, number>> = {};
  #figuresAt = 0;

  constructor(site: Site, report: ReportUse) {
    this.#site = site;
    this.#report = report;
  }

  /** Call where something may have been written. */
  keep(now: number): void {
    if (this.#site.use.save(now)) this.#tell(now);
  }

  /** Not waited for: without an answer the site goes by its own count. */
  #tell(now: number): void {
    const { use, record } = this.#site;
    const news = use.news(now);
    if (!news) return;
    // Counting what waits reads all of the outbox: no oftener than the metrics change.
    if (now - this.#figuresAt >= FIGURES_EVERY) {
      this.#figures = figuresOf(this.#site, now);
      this.#figuresAt = now;
    }
    this.#report(record.id, news, this.#figures, now)
      .then((others) => use.heard(others))
      .catch(() => undefined);
  }
}
