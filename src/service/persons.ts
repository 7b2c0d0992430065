import { outboundCalls } from "../contract/outbound.ts";
import type { Desk } from "./desk.ts";
import { Privacy } from "./privacy.ts";
import type { Services } from "./services.ts";

/** What the pages about commenters' data ask for and do. */
export function privacyDesk(
  services: Services,
): Pick<Desk, "publicSettings" | "exportPerson" | "erasePerson"> {
  const privacy = new Privacy(services);
  return {
    async publicSettings(site) {
      const record = await services.directory.site(site);
      return record && { settings: record.settings, outbound: outboundCalls(record) };
    },
    exportPerson: (site, email) => privacy.export(site, email),
    erasePerson: (site, email) => privacy.erase(site, email),
  };
}
