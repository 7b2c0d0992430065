import type { Health } from "../contract/views.ts";
import type { HistoryEntry, HistoryRequest } from "../site/views/history.ts";
import type { Insight } from "../site/views/insight.ts";

/** Which part of the record a page shows, over one site or all. */
export interface HistoryAsk extends Omit<HistoryRequest, "before"> {
  readonly site: string | undefined;
  /** Opaque, from the page before. */
  readonly cursor?: string | undefined;
}

export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly next?: string | undefined;
  /** Sites that did not answer. */
  readonly unreachable: readonly string[];
}

export interface SiteHealth {
  readonly site: string;
  /** Undefined: it does not answer. */
  readonly health: Health | undefined;
}

/** What owners look back on. A site that does not answer is named, never fatal. */
export interface Review {
  history(ask: HistoryAsk): Promise<HistoryPage>;
  /** Days since 1970, UTC, both included. */
  insight(site: string, from: number, to: number): Promise<Insight | undefined>;
  health(site: string | undefined): Promise<readonly SiteHealth[]>;
}
