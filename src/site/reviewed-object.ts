import type { SiteRecord } from "../contract/site-record.ts";
import { KeptObject } from "./kept-object.ts";
import { type HistoryEntry, type HistoryRequest, history } from "./views/history.ts";
import { type Insight, insightOf } from "./views/insight.ts";

/** What an owner looks back on: the record of verdicts and decisions, and what they add up to. */
export class ReviewedObject extends KeptObject {
  /** Lines of the record, the newest first. */
  history(request: HistoryRequest, record: SiteRecord): HistoryEntry[] {
    this.opened.site.meta.adopt(record);
    return history(this.opened.site, request);
  }

  /** What came in and what people said of it, from one day to another (days since 1970), both included. */
  insight(from: number, to: number, record: SiteRecord): Insight {
    this.opened.site.meta.adopt(record);
    return insightOf(this.opened.site, from, to);
  }
}
