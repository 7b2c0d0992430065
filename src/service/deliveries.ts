import type { Desk } from "./desk.ts";
import type { Services } from "./services.ts";
import { Sites } from "./sites.ts";

/** What the pages about deliveries ask for and do. */
export function deliveryDesk(
  services: Services,
): Pick<Desk, "deliveries" | "replay" | "replayDead" | "sendTest"> {
  const sites = new Sites(services);
  return {
    async deliveries(site) {
      const record = await sites.one(site);
      return record && services.siteObject(site).deliveries(record);
    },
    async replay(site, id, by) {
      const record = await sites.one(site);
      if (!record) return { ok: false, reason: "unknown_comment" };
      return services.siteObject(site).replay(id, by, record);
    },
    async replayDead(site, by) {
      const record = await sites.one(site);
      return record && services.siteObject(site).replayDead(by, record);
    },
    async sendTest(site) {
      const record = await sites.one(site);
      return record && services.siteObject(site).sendTest(record);
    },
  };
}
