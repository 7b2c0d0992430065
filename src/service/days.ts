import type { Day, DecidedCount } from "../contract/insight.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { Services } from "./services.ts";

/** What came in and what was decided, day by day; days since 1970, UTC, both included. */
export const days = (
  { siteObject }: Services,
  record: SiteRecord,
  from: number,
  to: number,
): Promise<{ readonly days: readonly Day[]; readonly decided: readonly DecidedCount[] }> =>
  siteObject(record.id).days(from, to, record);
