import { withUrl } from "../contract/notify.ts";
import type { Problem } from "../contract/problem.ts";
import { shown } from "../contract/shown.ts";
import type { SiteView } from "../contract/site.ts";
import {
  contradictions,
  defaults,
  type Settings,
  type SettingsPatch,
  type SiteRequest,
  type SiteWithSecrets,
} from "../contract/site.ts";
import type { Seed } from "../contract/site-record.ts";
import { targetFault } from "../contract/target.ts";
import { base64 } from "../platform/base64.ts";
import { forgetSite } from "../queue/forget-site.ts";
import { keyHash } from "../secrets/site-secrets.ts";
import { notifyFault } from "../site/notices/notify-fault.ts";
import { siteRecord } from "./ask.ts";
import { countFreed } from "./bring-back.ts";
import { integrationFaults, sealedIntegration } from "./integration.ts";
import { keyOf, withSecrets } from "./keys.ts";
import { publish } from "./publish.ts";
import { now, type Services } from "./services.ts";
import { siteView } from "./site-view.ts";

/** What was not accepted, by field. */
interface Faults {
  readonly errors: NonNullable<Problem["errors"]>;
}

interface Changed {
  readonly settings: Settings;
  /** Stored comments that entries which are in the lists no longer had rejected alone, if any was taken out now. */
  readonly freed: number;
}

/** Every site, as the owner sees it. */
export async function sites({ directoryObject }: Services): Promise<readonly SiteView[]> {
  return (await directoryObject.sites()).map(siteView);
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
  const patched = await withPatch(services, seed, { ...defaults, name: id }, given);
  if ("errors" in patched) return patched;
  const { settings } = patched;
  const key = await keyOf(services, seed, 1);
  const hash = await keyHash(services.secrets.HAMLET_SECRET, key);
  const record = await services.directoryObject.create(seed, settings, hash, now());
  if (!record) return "taken";
  await services.directory.renew(id, record);
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
  const patched = await withPatch(services, before, before.settings, patch);
  if ("errors" in patched) return patched;
  const { settings } = patched;
  const record = await services.directoryObject.update(id, settings);
  if (!record) return undefined;
  await publish(services, record);
  const isFewer = before.settings.blocked.some((entry) => !settings.blocked.includes(entry));
  const count = isFewer ? await countFreed(services, id) : 0;
  return { settings: shown(record.settings), freed: count ?? 0 };
}

/**
 * Deletes a site, its keys, its comments and its queue; false: there is none. The object turns away what
 * still comes under an old copy of the record.
 */
export async function removeSite(services: Services, id: string): Promise<boolean> {
  const hashes = await services.directoryObject.keyHashes(id);
  if (!(await services.directoryObject.remove(id))) return false;
  await services.directory.renew(id, undefined);
  await services.directory.forgetKeys(hashes);
  await services.siteObject(id).destroy(now());
  services.later(forgetSite(services.env.QUEUE, id));
  return true;
}

/**
 * The settings with what a patch names changed. Links in messages lead to this Hamlet unless the patch says
 * otherwise.
 */
async function withPatch(
  services: Services,
  seed: Seed,
  settings: Settings,
  patch: SettingsPatch,
): Promise<{ readonly settings: Settings } | Faults> {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const changed: Settings = { ...settings, ...Object.fromEntries(given) };
  const link = services.origin;
  const notify = patch.notify ? withUrl({ link, ...patch.notify }, settings.notify) : changed.notify;
  const sealed = patch.integration
    ? await sealedIntegration(services, seed, patch.integration, settings.integration)
    : { integration: changed.integration };
  if ("errors" in sealed) return sealed;
  const patched = { ...changed, notify, integration: sealed.integration };
  const errors = faultsOf(services, patched);
  return errors.length > 0 ? { errors } : { settings: patched };
}

function faultsOf(services: Services, settings: Settings): Faults["errors"] {
  const { ALLOW_LOCAL_TARGETS: local } = services.secrets;
  const { webhook, notify } = settings;
  const toWebhook = webhook === null ? undefined : targetFault(webhook, settings, local);
  const toPeople = notify === null ? undefined : notifyFault(notify, settings, local);
  return [
    ...contradictions(settings),
    ...integrationFaults(services, settings),
    ...(toWebhook ? [{ pointer: "#/webhook", detail: toWebhook }] : []),
    ...(toPeople ? [{ pointer: "#/notify/url", detail: toPeople }] : []),
  ];
}
