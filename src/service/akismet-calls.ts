import type { AkismetCall, RefusedCall } from "../contract/akismet.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { askSite, type Services } from "./services.ts";

export interface AkismetCalls {
  readonly calls: readonly AkismetCall[];
  readonly refused: readonly RefusedCall[];
}

/**
 * The last calls by Akismet's protocol, and those that were refused: this site's, and those that are
 * nobody's.
 */
export function akismetCalls(services: Services, site: string): Promise<AkismetCalls | undefined> {
  return askSite(services, site, async (object, record) => {
    const [calls, refused] = await Promise.all([
      object.akismetCalls(record),
      services.directoryObject.refused(),
    ]);
    // Those that are nobody's are for whoever reaches every site.
    const isOurs = (call: RefusedCall) =>
      call.site === site || (call.site === null && services.reach === "all");
    return { calls, refused: refused.filter(isOurs) };
  });
}

/** Notes a call that is no comment's, for the owner to see. The answer does not wait for it. */
export function noteCall(services: Services, record: SiteRecord, call: AkismetCall): void {
  const noting = services.siteObject(record.id).noteCall(call, record);
  services.later(noting.catch(() => undefined));
}

/** Notes a call whose key opened nothing; `hash` is the key's, if it has the form of one. */
export function noteRefused(
  services: Services,
  call: Omit<RefusedCall, "site">,
  hash: string | undefined,
): void {
  services.later(services.directoryObject.noteRefused(call, hash).catch(() => undefined));
}
