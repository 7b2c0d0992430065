import { comment } from "./list.ts";
import { type Services, siteRecord } from "./services.ts";
import { changeSettings } from "./sites.ts";

/** Entries that came into a site's list of what is blocked. */
export interface Blocked {
  readonly site: string;
  readonly entries: readonly string[];
}

/** Blocks the domains that a wave links to. Those that were not blocked yet; undefined: the list did not take them. */
export async function blockLinks(
  services: Services,
  site: string,
  id: string,
): Promise<readonly string[] | undefined> {
  const [record, detail] = await Promise.all([siteRecord(services, site), comment(services, site, id)]);
  const { blocked } = record?.settings ?? {};
  const added = (detail?.wave?.domains ?? []).filter((domain) => !blocked?.includes(domain));
  if (!blocked || added.length === 0) return blocked && [];
  const changed = await changeSettings(services, site, { blocked: [...blocked, ...added] });
  return changed && !("errors" in changed) ? added : undefined;
}

/** Takes entries out of a site's blocked list again. */
export async function unblock(services: Services, site: string, entries: readonly string[]): Promise<void> {
  const { blocked = [] } = (await siteRecord(services, site))?.settings ?? {};
  const left = blocked.filter((entry) => !entries.includes(entry));
  if (left.length < blocked.length) await changeSettings(services, site, { blocked: left });
}
