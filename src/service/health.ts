import type { Health } from "../contract/views.ts";
import { chosenSites } from "./ask.ts";
import type { Services } from "./services.ts";

export interface SiteHealth {
  readonly site: string;
  /** Undefined: it does not answer. */
  readonly health: Health | undefined;
}

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
