import { completed, type SiteRecord } from "../contract/site-record.ts";
import type { RestoreStep } from "../contract/upkeep.ts";
import type { Services } from "./services.ts";
import { Sites } from "./sites.ts";

export type Refused = { readonly reason: "exists" } | { readonly reason: "unfit"; readonly detail: string };

/**
 * Takes a step of a backup being put in. Until the last one the directory does not know the site, so that nobody can write
 * into what is half there; a restore that broke off is begun again. Undefined: done.
 */
export async function restore(
  services: Services,
  site: string,
  step: RestoreStep,
): Promise<Refused | undefined> {
  const sites = new Sites(services);
  const object = services.siteObject(site);
  const living = step.step !== "begin" || !step.force ? await sites.one(site) : undefined;
  if (living) return { reason: "exists" };
  switch (step.step) {
    case "begin":
      await sites.remove(site);
      await object.clear();
      return undefined;
    case "rows": {
      const { table, columns, rows } = step;
      const detail = await object.restore({ table, columns, rows });
      return detail === undefined ? undefined : { reason: "unfit", detail };
    }
    case "finish": {
      const { record, keys } = step.site;
      if (record.id !== site) return { reason: "unfit", detail: `the backup is of the site ${record.id}` };
      const kept = completed(record as SiteRecord);
      await object.restored(kept);
      await sites.adopt(kept, keys);
      return undefined;
    }
  }
}
