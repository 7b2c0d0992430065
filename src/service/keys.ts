import type { AkismetKeyMade } from "../contract/key-made.ts";
import type { SiteWithSecrets } from "../contract/site.ts";
import { type KeyGrant, nextKeyNumber, type Seed, type SiteRecord } from "../contract/site-record.ts";
import { akismetKey, keyHash, keyPattern, signingSecret, siteKey } from "../secrets/site-secrets.ts";
import { publish } from "./publish.ts";
import { noteChange, now, type Services, siteRecord } from "./services.ts";
import { siteView } from "./site-view.ts";

/** Whether a text has the form of a key. */
export const isKey = (text: string): boolean => keyPattern.test(text);

/** A site that a key opens. */
export interface Opened {
  readonly grant: KeyGrant;
  readonly record: SiteRecord;
}

/** What a key opens. `hash` is undefined for what has not the form of a key. */
export async function openByKey(
  { directory, secrets }: Services,
  key: string,
): Promise<{ readonly hash: string | undefined; readonly opened: Opened | undefined }> {
  if (!isKey(key)) return { hash: undefined, opened: undefined };
  const hash = await keyHash(secrets.HAMLET_SECRET, key);
  const grant = await directory.grant(hash);
  const record = grant && (await directory.site(grant.site));
  return { hash, opened: grant && record && { grant, record } };
}

/** Whether a key was revoked, as the site's record says. */
export const isRevoked = ({ grant, record }: Opened): boolean =>
  record.keys.some((key) => key.n === grant.n && key.revokedAt !== null);

/** A site with its newest key and secrets, made again; undefined: the key with this number is not that one. */
export async function newestSecrets(
  services: Services,
  id: string,
  n: number,
): Promise<SiteWithSecrets | undefined> {
  const record = await siteRecord(services, id);
  const newest = record?.keys.findLast(({ scope }) => scope === "site");
  if (!record || newest?.n !== n || newest.revokedAt !== null) return undefined;
  return withSecrets(services, record, await keyOf(services, record, record.generation));
}

/** An Akismet key, made again; undefined: none with this number is valid. */
export async function akismetKeyAgain(
  services: Services,
  id: string,
  n: number,
): Promise<AkismetKeyMade | undefined> {
  const record = await siteRecord(services, id);
  const known = record?.keys.find((key) => key.n === n && key.scope === "akismet" && key.revokedAt === null);
  if (!record || !known) return undefined;
  return { n, scope: "akismet", key: await akismetKey(services.secrets.HAMLET_SECRET, record, known) };
}

/**
 * Makes a new generation of a site's key and signing secrets. `after`: the newest key that whoever asks has seen. Undefined:
 * there is no such site, or somebody made a key meanwhile.
 */
export async function rotateKey(
  services: Services,
  id: string,
  after?: number,
): Promise<SiteWithSecrets | undefined> {
  const before = await siteRecord(services, id);
  if (!before || (after !== undefined && nextKeyNumber(before) !== after + 1)) return undefined;
  const generation = before.generation + 1;
  const key = await keyOf(services, before, generation);
  const hash = await keyHash(services.secrets.HAMLET_SECRET, key);
  const record = await services.directoryObject.rotate(id, hash, generation, now());
  if (!record) return undefined;
  await publish(services, record);
  await noteChange(services, { what: "key made", site: id, about: `site, generation ${generation}` });
  return withSecrets(services, record, key);
}

/**
 * Makes a key that opens Akismet's routes and nothing else: such keys show in host names and in the blog's
 * settings.
 */
export async function createAkismetKey(services: Services, id: string): Promise<AkismetKeyMade | undefined> {
  const before = await siteRecord(services, id);
  if (!before) return undefined;
  const n = nextKeyNumber(before);
  const { HAMLET_SECRET } = services.secrets;
  const key = await akismetKey(HAMLET_SECRET, before, { n, form: "hex" });
  const hash = await keyHash(HAMLET_SECRET, key);
  const record = await services.directoryObject.addAkismetKey(id, hash, n, now());
  if (!record) return undefined;
  await publish(services, record);
  await noteChange(services, { what: "key made", site: id, about: `akismet, ${n}` });
  return { n, scope: "akismet", key };
}

/** Revokes a key; false: there is no such site or key. */
export async function revokeKey(services: Services, id: string, n: number): Promise<boolean> {
  const record = await services.directoryObject.revoke(id, n, now());
  if (!record) return false;
  await publish(services, record);
  await noteChange(services, { what: "key revoked", site: id, about: `${n}` });
  return true;
}

/**
 * The site key of a generation. The demo site's first one is in .dev.vars, so that the printed curl line
 * works.
 */
export async function keyOf({ secrets }: Services, site: Seed, generation: number): Promise<string> {
  const { HAMLET_SECRET, DEMO_SITE_KEY } = secrets;
  if (site.id === "demo" && generation === 1 && DEMO_SITE_KEY !== undefined) return DEMO_SITE_KEY;
  return siteKey(HAMLET_SECRET, site, generation);
}

/** A site with its key and signing secrets: told once. */
export async function withSecrets(
  { secrets }: Services,
  record: SiteRecord,
  key: string,
): Promise<SiteWithSecrets> {
  const secret = (purpose: "intake" | "delivery") =>
    signingSecret(secrets.HAMLET_SECRET, record, purpose, record.generation);
  const [intakeSecret, deliverySecret] = await Promise.all([secret("intake"), secret("delivery")]);
  return { ...siteView(record), key, intakeSecret, deliverySecret };
}
