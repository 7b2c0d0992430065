import { directoryObject } from "../directory/directory.ts";
import type { AkismetCalls, Desk } from "./desk.ts";
import type { Services } from "./services.ts";
import { Sites } from "./sites.ts";

/** What the pages about Akismet's protocol and log-only mode ask for. */
export function akismetDesk(
  services: Services,
): Pick<Desk, "createAkismetKey" | "akismetCalls" | "compared"> {
  const sites = new Sites(services);
  return {
    createAkismetKey: (site) => sites.createAkismetKey(site),
    async akismetCalls(site): Promise<AkismetCalls | undefined> {
      const record = await sites.one(site);
      if (!record) return undefined;
      const [calls, refused] = await Promise.all([
        services.siteObject(site).akismetCalls(record),
        directoryObject(services.env.DIRECTORY).refused(),
      ]);
      return { calls, refused: refused.filter((call) => call.site === site || call.site === null) };
    },
    async compared(site) {
      const record = await sites.one(site);
      return record && services.siteObject(site).compared(record);
    },
  };
}
