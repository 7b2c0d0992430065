import type { Connected, ConnectRequest } from "../contract/connect.ts";
import type { SettingsPatch, SiteWithSecrets } from "../contract/site.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { targetFault } from "../platform/address.ts";
import { MINUTE } from "../platform/clock.ts";
import { connectCodeHash, connectCodeOf, newCodeSeed } from "../secrets/connect-code.ts";
import { keyOf, rotateKey, withSecrets } from "./keys.ts";
import { noteChange, now, type Services, siteRecord } from "./services.ts";
import { changeSettings, createSite } from "./sites.ts";

/** For so long a code serves, milliseconds. */
const LIFE = 10 * MINUTE;
/** Ids that are tried for a blog's new site. */
const MOST_IDS = 50;

/**
 * Makes a one-time code with which a blog gets the key of a site; `site` null: of one that is made for it then. Answers its
 * seed, from which it can be made again to be shown.
 */
export async function makeCode(
  services: Services,
  site: string | null,
): Promise<{ readonly seed: string; readonly expires: number }> {
  const seed = newCodeSeed();
  const at = now();
  const hash = await connectCodeHash(services.secrets.HAMLET_SECRET, await codeAgain(services, seed));
  await services.directoryObject.keepCode(hash, site, at + LIFE, at);
  await noteChange(services, { what: "code made", ...(site !== null && { site }) });
  return { seed, expires: at + LIFE };
}

/** The code of a seed, to be shown. */
export const codeAgain = ({ secrets }: Services, seed: string): Promise<string> =>
  connectCodeOf(secrets.HAMLET_SECRET, seed);

/** Spends a code and tells the blog its key; undefined: nobody made this code, it was used, or its time is over. */
export async function connect(services: Services, request: ConnectRequest): Promise<Connected | undefined> {
  const hash = await connectCodeHash(services.secrets.HAMLET_SECRET, request.code);
  const spent = await services.directoryObject.spendCode(hash, now());
  if (!spent) return undefined;
  const made =
    spent.site === null
      ? await ofNewSite(services, request)
      : await ofKnownSite(services, spent.site, request);
  if (!made) return undefined;
  const { id, key, deliverySecret, settings } = made;
  return { site: id, key, deliverySecret, webhook: settings.webhook };
}

/** A site for a blog that has none, named by its host. */
async function ofNewSite(services: Services, request: ConnectRequest): Promise<SiteWithSecrets | undefined> {
  const { host } = new URL(request.url);
  const own = { url: request.url, hosts: [host] };
  const name = request.name.trim().slice(0, 100) || host;
  for (let n = 1; n <= MOST_IDS; n++) {
    const id = `${slug(host)}${n === 1 ? "" : `-${n}`}`;
    const created = await createSite(services, { id, name, ...own, ...webhookOf(services, own, request) });
    if (created === "taken") continue;
    return "site" in created ? created.site : undefined;
  }
  return undefined;
}

const slug = (host: string) =>
  host
    .replace(/^www\./, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 36)
    .replace(/^-+|-+$/g, "") || "blog";

/** The key of a site that there is; a site without an address gets the blog's. */
async function ofKnownSite(
  services: Services,
  id: string,
  request: ConnectRequest,
): Promise<SiteWithSecrets | undefined> {
  const record = await siteRecord(services, id);
  if (!record) return undefined;
  const { url, hosts } = record.settings;
  const own =
    url === null && hosts.length === 0 ? { url: request.url, hosts: [new URL(request.url).host] } : {};
  const patch: SettingsPatch = { ...own, ...webhookOf(services, { url, hosts, ...own }, request) };
  if (Object.keys(patch).length > 0) await changeSettings(services, id, patch);
  return newestKey(services, (await siteRecord(services, id)) ?? record);
}

/** The newest key, which may be in use elsewhere, too; one that was revoked is not given out. */
async function newestKey(services: Services, record: SiteRecord): Promise<SiteWithSecrets | undefined> {
  const newest = record.keys.findLast(({ scope }) => scope === "site");
  if (newest?.revokedAt !== null) return rotateKey(services, record.id);
  return withSecrets(services, record, await keyOf(services, record, record.generation));
}

/** Where decisions are to be sent, if that is the site's own. */
function webhookOf(
  { secrets }: Services,
  own: Parameters<typeof targetFault>[1],
  { events }: ConnectRequest,
): Pick<SettingsPatch, "webhook"> {
  if (events === undefined || targetFault(events, own, secrets.ALLOW_LOCAL_TARGETS) !== undefined) return {};
  return { webhook: events };
}
