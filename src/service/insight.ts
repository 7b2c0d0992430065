import type { Compared, Insight } from "../contract/insight.ts";
import { askSite } from "./ask.ts";
import type { Services } from "./services.ts";

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
