import { completed, type SiteRecord } from "../contract/site-record.ts";
import type { RestoreStep } from "../contract/upkeep.ts";
import { noteChange, type Services, siteRecord } from "./services.ts";
import { removeSite } from "./sites.ts";

type NotRestored = { readonly reason: "exists" } | { readonly reason: "unfit"; readonly detail: string };

/**
 * Takes a step of a backup being put in. Until the last one the directory does not know the site, so that
 * nobody can write into what is half there; a restore that broke off is begun again. Undefined: done.
 */
export async function restore(
  services: Services,
  site: string,
  step: RestoreStep,
): Promise<NotRestored | undefined> {
  const object = services.siteObject(site);
  const living = step.step !== "begin" || !step.force ? await siteRecord(services, site) : undefined;
  if (living) return { reason: "exists" };
  switch (step.step) {
    case "begin":
      await removeSite(services, site, true);
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
      const whole = completed(record as SiteRecord);
      await object.restored(whole);
      await services.directoryObject.adopt(whole, keys);
      await services.directory.renew(site, whole);
      await noteChange(services, { what: "site restored", site });
      return undefined;
    }
  }
}
