import type { Compared, Day, DecidedCount, Insight } from "../contract/insight.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { askSite, type Services } from "./services.ts";

/** A site's figures; days since 1970, UTC, both included. */
export const insight = (
  services: Services,
  site: string,
  from: number,
  to: number,
): Promise<Insight | undefined> =>
  askSite(services, site, (object, record) => object.insight(from, to, record));

/** What log-only mode would have done beside what people did. */
export const compared = (services: Services, site: string): Promise<Compared | undefined> =>
  askSite(services, site, (object, record) => object.compared(record));

/** What came in and what was decided, day by day; days since 1970, UTC, both included. */
export const days = (
  { siteObject }: Services,
  record: SiteRecord,
  from: number,
  to: number,
): Promise<{ readonly days: readonly Day[]; readonly decided: readonly DecidedCount[] }> =>
  siteObject(record.id).days(from, to, record);
