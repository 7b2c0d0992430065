import { isSecure } from "../platform/address.ts";
import { hex, hmac, sameDigest, sameSecret } from "../secrets/derive.ts";
import { now, type Services } from "./services.ts";
import { isOwnersToken } from "./tokens.ts";

/** The cookie that holds a session's secret. Over https no other host can set it, nor a page without. */
export const sessionCookie = (address: string): string =>
  isSecure(address) ? "__Host-hamlet_session" : "hamlet_session";

/** A moderator signs in again after this long, seconds. */
export const SESSION_AGE = 14 * 86_400;

/** Characters of a form's token, 128 bits: it stands in each form of a page. */
const FORM_TOKEN = 32;

/** Characters of a cookie's mark, 128 bits. */
const MARK = 32;

/** A moderator who is signed in. */
export interface Session {
  readonly name: string;
  /** Stands in each of her forms: no other page can know it. */
  readonly csrf: string;
}

/**
 * Signs in by the owner's token: answers the cookie, of which only the keyed hash is stored. Undefined: the
 * token is wrong.
 */
export async function openSession(
  services: Services,
  token: string,
  name: string,
): Promise<string | undefined> {
  if (!(await isOwnersToken(services, token))) return undefined;
  const secret = hex(crypto.getRandomValues(new Uint8Array(32)));
  const cookie = `${secret}.${await markOf(services, secret)}`;
  const time = now();
  const hash = await hashOf(services, "session", cookie);
  await services.directoryObject.openSession(hash, name, time + SESSION_AGE * 1000, time);
  return cookie;
}

/** The session of a cookie; undefined: there is none, or it has ended. */
export async function findSession(
  services: Services,
  cookie: string | undefined,
): Promise<Session | undefined> {
  if (cookie === undefined || !(await isOurs(services, cookie))) return undefined;
  const session = await services.directoryObject.session(await hashOf(services, "session", cookie), now());
  if (!session) return undefined;
  return { name: session.name, csrf: (await hashOf(services, "csrf", cookie)).slice(0, FORM_TOKEN) };
}

/** What Hamlet adds to a cookie's secret: what it did not make itself costs no question of the directory. */
const markOf = async (services: Services, secret: string): Promise<string> =>
  (await hashOf(services, "cookie", secret)).slice(0, MARK);

async function isOurs(services: Services, cookie: string): Promise<boolean> {
  const match = /^([0-9a-f]{64})\.([0-9a-f]{32})$/.exec(cookie);
  return match !== null && sameDigest(match[2] as string, await markOf(services, match[1] as string));
}

/** Signs out on this device. */
export async function closeSession(services: Services, cookie: string): Promise<void> {
  await services.directoryObject.closeSession(await hashOf(services, "session", cookie));
}

/** Signs everybody out, on every device; answers how many sessions there were. */
export const closeAllSessions = ({ directoryObject }: Services): Promise<number> =>
  directoryObject.closeAllSessions();

/** Whether another attempt to sign in from this address is allowed now. */
export const maySignIn = async ({ env }: Services, address: string): Promise<boolean> =>
  (await env.LOGIN_RATE.limit({ key: address })).success;

/** Whether a form's token is the session's. */
export const isFormToken = (session: Session, token: string | undefined): Promise<boolean> =>
  sameSecret(token ?? "", session.csrf);

const hashOf = async ({ secrets }: Services, purpose: "session" | "csrf" | "cookie", cookie: string) =>
  hex(await hmac(secrets.HAMLET_SECRET, `${purpose}\n${cookie}`));
