import { shown } from "../contract/shown-settings.ts";
import {
  defaults,
  type Settings,
  type SettingsPatch,
  type SiteRequest,
  type SiteView,
  type SiteWithSecrets,
} from "../contract/site.ts";
import type { Seed } from "../contract/site-record.ts";
import type { Health } from "../contract/views.ts";
import { base64 } from "../platform/base64.ts";
import { forgetSite } from "../queue/forget-site.ts";
import { keyHash } from "../secrets/site-secrets.ts";
import { countFreed } from "./bring-back.ts";
import { keyOf, withSecrets } from "./keys.ts";
import { connectButtons } from "./notify-settings.ts";
import { type Faults, patched } from "./patched-settings.ts";
import { publish } from "./publish.ts";
import { askSite, chosenSites, noteChange, now, type Services, siteRecord } from "./services.ts";
import { siteView } from "./site-view.ts";

interface Changed {
  readonly settings: Settings;
  /** Stored comments that entries which are in the lists no longer had rejected alone, if any was taken out now. */
  readonly freed: number;
}

/** Every site that whoever asks reaches. */
export async function sites(services: Services): Promise<readonly SiteView[]> {
  return (await chosenSites(services, undefined)).map(siteView);
}

/** A site, as the owner sees it. */
export async function findSite(services: Services, id: string): Promise<SiteView | undefined> {
  const record = await siteRecord(services, id);
  return record && siteView(record);
}

/** Makes a site with its first key. */
export async function createSite(
  services: Services,
  { id, ...given }: SiteRequest,
): Promise<{ site: SiteWithSecrets } | Faults | "taken"> {
  const seed: Seed = { id, nonce: base64(crypto.getRandomValues(new Uint8Array(18))) };
  const made = await patched(services, seed, { ...defaults, name: id }, given);
  if ("errors" in made) return made;
  const { settings } = made;
  const errors = await connectButtons(services, seed, settings);
  if (errors.length > 0) return { errors };
  const key = await keyOf(services, seed, 1);
  const hash = await keyHash(services.secrets.HAMLET_SECRET, key);
  const record = await services.directoryObject.create(seed, settings, hash, now());
  if (!record) return "taken";
  await services.directory.renew(id, record);
  await noteChange(services, { what: "site made", site: id });
  return { site: await withSecrets(services, record, key) };
}

/** Changes what a patch names; undefined: there is no such site. */
export async function changeSettings(
  services: Services,
  id: string,
  patch: SettingsPatch,
): Promise<Changed | Faults | undefined> {
  const before = await siteRecord(services, id);
  if (!before) return undefined;
  const changed = await patched(services, before, before.settings, patch);
  if ("errors" in changed) return changed;
  const { settings } = changed;
  const errors = patch.notify ? await connectButtons(services, before, settings) : [];
  if (errors.length > 0) return { errors };
  const record = await services.directoryObject.update(id, settings);
  if (!record) return undefined;
  await publish(services, record);
  const about = changedFields(before.settings, settings);
  if (about !== "") await noteChange(services, { what: "site changed", site: id, about });
  const isFewer = before.settings.blocked.some((entry) => !settings.blocked.includes(entry));
  const count = isFewer ? await countFreed(services, id) : 0;
  return { settings: shown(record.settings), freed: count ?? 0 };
}

/** The names of the settings that differ: what stands in them may be a secret. */
const changedFields = (before: Settings, after: Settings): string =>
  (Object.keys(after) as (keyof Settings)[])
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .join(", ");

/**
 * Deletes a site, its keys, its comments and its queue; false: there is none. The object turns away what
 * still comes under an old copy of the record. `keepPeople`: it comes back at once, with the roles that people have in it.
 */
export async function removeSite(services: Services, id: string, keepPeople = false): Promise<boolean> {
  const hashes = await services.directoryObject.keyHashes(id);
  if (!(await services.directoryObject.remove(id, keepPeople))) return false;
  await noteChange(services, { what: "site deleted", site: id });
  await services.directory.renew(id, undefined);
  await services.directory.forgetKeys(hashes);
  await services.siteObject(id).destroy(now());
  services.later(forgetSite(services.env.QUEUE, id));
  return true;
}

/** How a site does; undefined: it does not answer, or there is none. */
export const health = (services: Services, site: string): Promise<Health | undefined> =>
  askSite(services, site, (object, record) => object.health(record)).catch(() => undefined);
