import type { SiteRecord } from "../contract/site-record.ts";
import type { Services } from "./services.ts";

/** Tells a site's object and KV's copy what the directory holds now. */
export async function publish(services: Services, record: SiteRecord): Promise<void> {
  const { directory, directoryObject } = services;
  await services.siteObject(record.id).configure(record);
  await directory.renew(record.id, record);
  const revoked = record.keys.some((key) => key.revokedAt !== null);
  if (revoked) await directory.forgetKeys(await directoryObject.keyHashes(record.id));
}
