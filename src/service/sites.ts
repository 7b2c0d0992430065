import { shown, withUrl } from "../contract/notify.ts";
import type { Problem } from "../contract/problem.ts";
import {
  type AkismetKeyMade,
  contradictions,
  defaults,
  type Settings,
  type SettingsPatch,
  type Site,
  type SiteRequest,
  type SiteWithSecrets,
} from "../contract/site.ts";
import { nextKeyNumber, type SiteRecord } from "../contract/site-record.ts";
import type { HeldSite } from "../contract/upkeep.ts";
import { directoryObject } from "../directory/directory.ts";
import { kvQueue } from "../queue/approval-queue.ts";
import { akismetKey, keyHash, signingSecret, siteKey } from "../secrets/site-secrets.ts";
import { targetFault } from "../site/delivery/target.ts";
import { notifyFault } from "../site/notices/notify-fault.ts";
import { now, type Services } from "./services.ts";

type Errors = { readonly errors: NonNullable<Problem["errors"]> };

const date = (time: number) => new Date(time).toISOString();

/** A site as the owner sees it. */
export function siteView({ id, createdAt, settings, keys }: SiteRecord): Site {
  return {
    id,
    createdAt: date(createdAt),
    settings: shown(settings),
    keys: keys.map(({ n, scope, createdAt, revokedAt }) => ({
      n,
      scope,
      createdAt: date(createdAt),
      revokedAt: revokedAt === null ? null : date(revokedAt),
    })),
  };
}

/** The settings with what a patch names changed. Links in messages lead to `origin` unless the patch says otherwise. */
function withPatch(settings: Settings, patch: SettingsPatch, origin: string): Settings {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const changed: Settings = { ...settings, ...Object.fromEntries(given) };
  if (!patch.notify) return changed;
  return { ...changed, notify: withUrl({ link: origin, ...patch.notify }, settings.notify) };
}

/** What the owner does with her sites: written in the directory first, then told to the site object and the cache. */
export class Sites {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  get #directory() {
    return directoryObject(this.#services.env.DIRECTORY);
  }

  async all(): Promise<SiteRecord[]> {
    return await this.#directory.sites();
  }

  one(id: string): Promise<SiteRecord | undefined> {
    return this.#services.directory.fresh(id);
  }

  /** The site as it is held, for a backup: with the hashes of its keys, never the keys. */
  async held(id: string): Promise<HeldSite | undefined> {
    return (await this.#directory.held(id)) as HeldSite | undefined;
  }

  /** A site from a backup, with the keys it had. */
  async adopt(record: SiteRecord, keys: HeldSite["keys"]): Promise<void> {
    await this.#directory.adopt(record, keys);
    await this.#services.directory.renew(record.id, record);
  }

  async create({ id, ...given }: SiteRequest): Promise<{ site: SiteWithSecrets } | Errors | "taken"> {
    const settings = withPatch({ ...defaults, name: id }, given, this.#services.origin);
    const errors = this.#faults(settings);
    if (errors.length > 0) return { errors };
    const key = await this.#key(id, 1);
    const hash = await keyHash(this.#services.secrets.HAMLET_SECRET, key);
    const record = await this.#directory.create(id, settings, hash, now());
    if (!record) return "taken";
    await this.#services.directory.renew(id, record);
    return { site: await this.#withSecrets(record, key) };
  }

  async change(id: string, patch: SettingsPatch): Promise<{ settings: Settings } | Errors | undefined> {
    const before = await this.one(id);
    if (!before) return undefined;
    const settings = withPatch(before.settings, patch, this.#services.origin);
    const errors = this.#faults(settings);
    if (errors.length > 0) return { errors };
    const record = await this.#directory.update(id, settings);
    if (record) await this.#tell(record);
    return record && { settings: shown(record.settings) };
  }

  async rotate(id: string): Promise<SiteWithSecrets | undefined> {
    const before = await this.one(id);
    if (!before) return undefined;
    const generation = before.generation + 1;
    const key = await this.#key(id, generation);
    const hash = await keyHash(this.#services.secrets.HAMLET_SECRET, key);
    const record = await this.#directory.rotate(id, hash, generation, now());
    if (!record) return undefined;
    await this.#tell(record);
    return this.#withSecrets(record, key);
  }

  /** A key that opens Akismet's routes and nothing else: such keys show in host names and in the blog's settings. */
  async createAkismetKey(id: string): Promise<AkismetKeyMade | undefined> {
    const before = await this.one(id);
    if (!before) return undefined;
    const n = nextKeyNumber(before);
    const { HAMLET_SECRET } = this.#services.secrets;
    const key = await akismetKey(HAMLET_SECRET, id, n);
    const record = await this.#directory.addAkismetKey(id, await keyHash(HAMLET_SECRET, key), n, now());
    if (!record) return undefined;
    await this.#tell(record);
    return { n, scope: "akismet", key };
  }

  async revoke(id: string, n: number): Promise<boolean> {
    const record = await this.#directory.revoke(id, n, now());
    if (!record) return false;
    await this.#tell(record);
    return true;
  }

  /** The site, its keys, its comments and its queue. The object turns away what still comes under an old copy. */
  async remove(id: string): Promise<boolean> {
    const hashes = await this.#directory.keyHashes(id);
    if (!(await this.#directory.remove(id))) return false;
    await this.#services.directory.renew(id, undefined);
    await this.#services.directory.forgetKeys(hashes);
    await this.#services.siteObject(id).destroy(now());
    this.#services.later(emptyQueue(this.#services, id));
    return true;
  }

  #faults(settings: Settings) {
    const { ALLOW_LOCAL_TARGETS: local } = this.#services.secrets;
    const { webhook, notify } = settings;
    const toWebhook = webhook === null ? undefined : targetFault(webhook, settings, local);
    const toPeople = notify === null ? undefined : notifyFault(notify, settings, local);
    return [
      ...contradictions(settings),
      ...(toWebhook ? [{ pointer: "#/webhook", detail: toWebhook }] : []),
      ...(toPeople ? [{ pointer: "#/notify/url", detail: toPeople }] : []),
    ];
  }

  /** The demo site's first key is the one in .dev.vars, so that the printed curl line works. */
  async #key(id: string, generation: number): Promise<string> {
    const { HAMLET_SECRET, DEMO_SITE_KEY } = this.#services.secrets;
    if (id === "demo" && generation === 1 && DEMO_SITE_KEY !== undefined) return DEMO_SITE_KEY;
    return siteKey(HAMLET_SECRET, id, generation);
  }

  async #tell(record: SiteRecord): Promise<void> {
    await this.#services.siteObject(record.id).configure(record);
    await this.#services.directory.renew(record.id, record);
    const revoked = record.keys.some((key) => key.revokedAt !== null);
    if (revoked) await this.#services.directory.forgetKeys(await this.#directory.keyHashes(record.id));
  }

  async #withSecrets(record: SiteRecord, key: string): Promise<SiteWithSecrets> {
    const secret = (purpose: "intake" | "delivery") =>
      signingSecret(this.#services.secrets.HAMLET_SECRET, record.id, purpose, record.generation);
    const [intakeSecret, deliverySecret] = await Promise.all([secret("intake"), secret("delivery")]);
    return { ...siteView(record), key, intakeSecret, deliverySecret };
  }
}

/** Removes a deleted site's keys from the approval queue, as many as one call tells. */
async function emptyQueue({ env }: Services, site: string): Promise<void> {
  const queue = kvQueue(env.QUEUE);
  const { items } = await queue.list(site);
  for (const { arrived, id } of items) await queue.remove(site, arrived, id);
}
