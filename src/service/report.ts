import type { Intake, Report, Reported } from "../contract/intake.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { TIME_LIMIT, within } from "../platform/clock.ts";
import { kvInbox } from "../queue/inbox.ts";
import type { Services } from "./services.ts";
import { masked, PATIENCE } from "./take-in.ts";

/**
 * Takes in what a blog's moderator said of a comment by Akismet's protocol: by the site object or, in its
 * absence, into the inbox, which it takes over later. "unavailable": nothing is stored.
 */
export async function takeReport(
  services: Services,
  record: SiteRecord,
  key: number | null,
  intake: Intake & { readonly report: Report },
  client: string,
): Promise<Reported | "unavailable"> {
  try {
    return await within(PATIENCE, services.siteObject(record.id).report(intake, { record, key, client }));
  } catch {
    if (intake.test) return { ok: true };
    const inbox = kvInbox(services.env.QUEUE);
    return within(TIME_LIMIT, inbox.put(record.id, masked(intake))).then(
      () => ({ ok: true as const }),
      () => "unavailable" as const,
    );
  }
}
