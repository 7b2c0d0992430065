import type { CommentDetail, Health } from "../contract/views.ts";
import type { Compared } from "../site/views/compared.ts";
import type { Insight } from "../site/views/insight.ts";
import { askSite, chosenSites } from "./ask.ts";
import type { Services } from "./services.ts";

export interface SiteHealth {
  readonly site: string;
  /** Undefined: it does not answer. */
  readonly health: Health | undefined;
}

/** A comment with the reasons of its verdict and what became of it. */
export const comment = (services: Services, site: string, id: string): Promise<CommentDetail | undefined> =>
  askSite(services, site, (object, record) => object.detail(id, record));

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

/** How one site does, or each. */
export async function health(services: Services, site: string | undefined): Promise<readonly SiteHealth[]> {
  const asked = (await chosenSites(services, site)).map(async (record) => ({
    site: record.id,
    health: await services
      .siteObject(record.id)
      .health(record)
      .catch(() => undefined),
  }));
  return Promise.all(asked);
}
