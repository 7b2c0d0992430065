import type { SiteRecord } from "../contract/site-record.ts";
import { remembers } from "../platform/isolate.ts";
import { askSite, now, type Services } from "./services.ts";

/** So often an isolate tells the site's object that a key is in use, milliseconds: once an hour, not once a comment. */
const EVERY = 3_600_000;
/** Keys that an isolate remembers. */
const MOST = 10_000;

/** When the object was told last, by site and key; milliseconds since 1970. */
const told = new Map<string, number>();
remembers(() => told.clear());

/** Notes that a key opened something, for the owner to see which ones are in use. The answer does not wait for it. */
export function noteKeyUse(services: Services, record: SiteRecord, n: number): void {
  const key = `${record.id} ${record.createdAt} ${n}`;
  const time = now();
  if (time - (told.get(key) ?? 0) < EVERY) return;
  if (told.size >= MOST) told.clear();
  told.set(key, time);
  const noting = services.siteObject(record.id).noteKeyUse(n, time, record);
  services.later(noting.catch(() => told.delete(key)));
}

/** When each key of a site was last used, by number, milliseconds since 1970; to within an hour. */
export async function keyUse(services: Services, site: string): Promise<Readonly<Record<string, number>>> {
  const use = await askSite(services, site, (object, record) => object.keyUse(record)).catch(() => undefined);
  return use ?? {};
}
