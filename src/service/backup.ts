import type { BackupPage, HeldSite } from "../contract/upkeep.ts";
import { noteChange, type Services } from "./services.ts";

/**
 * A page of a backup. The first one holds the site's record too, with the hashes of its keys, never the keys.
 */
type SiteBackup = BackupPage & { readonly site?: HeldSite };

/** Reads a page of everything that a site keeps. `cursor` is undefined for the first one. */
export async function backup(
  services: Services,
  site: string,
  cursor: string | undefined,
): Promise<SiteBackup | "no such site" | "no such cursor"> {
  const { directoryObject, siteObject } = services;
  const held = await directoryObject.held(site);
  if (!held) return "no such site";
  const page = await siteObject(site)
    .backup(cursor)
    .catch(() => undefined);
  if (!page) return "no such cursor";
  if (cursor === undefined) await noteChange(services, { what: "backup read", site });
  return cursor === undefined ? { ...page, site: held as HeldSite } : page;
}
