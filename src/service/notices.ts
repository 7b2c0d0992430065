import { outboundCalls } from "../contract/outbound.ts";
import type { Desk } from "./desk.ts";
import type { Services } from "./services.ts";
import { Sites } from "./sites.ts";

/** What the page about messages asks for and does. */
export function noticeDesk(services: Services): Pick<Desk, "notices" | "sendNotice"> {
  const sites = new Sites(services);
  return {
    async notices(site) {
      const record = await sites.one(site);
      if (!record) return undefined;
      return {
        state: await services.siteObject(site).notices(record),
        outbound: outboundCalls(record),
      };
    },
    async sendNotice(site) {
      const record = await sites.one(site);
      return record && services.siteObject(site).sendNotice(record);
    },
  };
}
