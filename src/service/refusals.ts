import type { SiteRecord } from "../contract/site-record.ts";
import type { Refusal } from "../contract/views.ts";
import { within } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import type { Services } from "./services.ts";
import { health } from "./sites.ts";
import { PATIENCE } from "./take-in.ts";

/** Has the site note that a submission was refused; a site that does not answer in time is not waited for. */
export async function noteRefusal(
  services: Services,
  record: SiteRecord,
  status: number,
  pointers: readonly string[],
): Promise<void> {
  try {
    await within(PATIENCE, services.siteObject(record.id).noteRefusal(status, pointers, record));
  } catch (failure) {
    log("warn", "site object unreachable", { site: record.id, failure });
  }
}

/** What was refused of a site's submissions, the newest first; nothing, if the site does not answer. */
export async function refusals(services: Services, site: string): Promise<readonly Refusal[]> {
  return (await health(services, site))?.refused ?? [];
}
