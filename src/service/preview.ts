import type { Preview } from "../contract/preview.ts";
import type { SettingsPatch } from "../contract/site.ts";
import { type Faults, patched } from "./patched-settings.ts";
import { type Services, siteRecord } from "./services.ts";

/**
 * What changes of a site's settings would have meant for its newest comments, each by itself; nothing is changed. Undefined: there
 * is no such site.
 */
export async function previews(
  services: Services,
  site: string,
  patches: readonly SettingsPatch[],
): Promise<readonly Preview[] | Faults | undefined> {
  const record = await siteRecord(services, site);
  if (!record) return undefined;
  const settings = [];
  for (const patch of patches) {
    const then = await patched(services, record, record.settings, patch);
    if ("errors" in then) return then;
    settings.push(then.settings);
  }
  return services.siteObject(site).previews(settings, record);
}
