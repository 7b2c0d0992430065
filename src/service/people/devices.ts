import {
  type DeviceRequest,
  type DeviceView,
  PUSH_SEED,
  type PushKeys,
  pushFault,
} from "../../contract/push.ts";
import { base64url } from "../../platform/base64.ts";
import { hex, hmac } from "../../secrets/derive.ts";
import { seal } from "../../secrets/seal.ts";
import { chosenSites, now, type Services } from "../services.ts";
import { deviceOf } from "./device.ts";
import { tellSite } from "./mails.ts";

/** The key by which browsers know whose word their push service takes; made when the first wants it. */
export async function pushKey({ directoryObject, secrets }: Services): Promise<string | undefined> {
  const known = await directoryObject.pushKeys(undefined);
  const keys = known ?? (await directoryObject.pushKeys(await newKeys(secrets.HAMLET_SECRET)));
  return keys?.publicKey;
}

async function newKeys(master: string): Promise<PushKeys> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const pair = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const [point, jwk] = await Promise.all([
    crypto.subtle.exportKey("raw", pair.publicKey) as Promise<ArrayBuffer>,
    crypto.subtle.exportKey("jwk", pair.privateKey) as Promise<JsonWebKey>,
  ]);
  const { kty, crv, x, y, d } = jwk;
  return {
    publicKey: base64url(new Uint8Array(point)),
    sealed: await seal(master, PUSH_SEED, JSON.stringify({ kty, crv, x, y, d })),
  };
}

export const devicesOf = ({ directoryObject }: Services, member: string): Promise<readonly DeviceView[]> =>
  directoryObject.devicesOf(member);

/** Lets a device tell a member that comments wait; a text: why it cannot. */
export async function addDevice(
  services: Services,
  member: string,
  given: DeviceRequest,
  userAgent: string,
): Promise<string | undefined> {
  const { secrets, directoryObject, origin } = services;
  const fault = pushFault(given.endpoint, secrets.ALLOW_LOCAL_TARGETS);
  if (fault) return fault;
  const id = hex(await hmac(secrets.HAMLET_SECRET, `device\n${given.endpoint}`)).slice(0, 32);
  const device = { ...given, id, member, name: deviceOf(userAgent), link: origin, created: now() };
  if (await directoryObject.keepDevice(device)) await tellSites(services);
  return undefined;
}

export async function removeDevice(services: Services, member: string, id: string): Promise<void> {
  if (await services.directoryObject.removeDevice(member, id)) await tellSites(services);
}

/** All sites that she reaches have to know of her devices. */
async function tellSites(services: Services): Promise<void> {
  const records = await chosenSites(services, undefined);
  await Promise.all(records.map(({ id }) => tellSite(services, id)));
}
