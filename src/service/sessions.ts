import { actorOf } from "../contract/actor.ts";
import type { Way } from "../contract/members.ts";
import { reachOf } from "../contract/roles.ts";
import type { NewSession, OpenSession } from "../contract/session.ts";
import { isSecure } from "../platform/address.ts";
import { MINUTE } from "../platform/clock.ts";
import { hex, hmac, sameSecret } from "../secrets/derive.ts";
import { callerAt } from "../secrets/identity.ts";
import { hashOfMarked, isMarked, newMarked } from "../secrets/marked.ts";
import { deviceOf } from "./people/device.ts";
import { actingAs, now, type Services } from "./services.ts";

/** The cookie that holds a session's secret. Over https no other host can set it, nor a page without. */
export const sessionCookie = (address: string): string =>
  isSecure(address) ? "__Host-hamlet_session" : "hamlet_session";

/** A browser keeps the cookie for so long, seconds: as long as a session lasts at most. */
export const SESSION_AGE = 30 * 86_400;

/** After somebody proved who she is, what matters most needs no other proof for so long, milliseconds. */
const PROOF_LASTS = 10 * MINUTE;

/** Characters of a form's token, 128 bits: it stands in each form of a page. */
const FORM_TOKEN = 32;

/** Somebody who is signed in. */
export interface Session extends OpenSession {
  /** Of the cookie, as it is stored. */
  readonly hash: string;
  /** Stands in each of her forms: no other page can know it. */
  readonly csrf: string;
  /** Whether she proved who she is just now. */
  readonly isProved: boolean;
}

/** A session to be opened, and the cookie for it, of which only the keyed hash is stored. */
export async function newSession(
  { secrets }: Services,
  way: Way,
  userAgent: string,
): Promise<{ readonly cookie: string; readonly session: NewSession }> {
  const cookie = await newMarked(secrets.HAMLET_SECRET, "session");
  const hash = await hashOfMarked(secrets.HAMLET_SECRET, "session", cookie);
  return { cookie, session: { hash, way, device: deviceOf(userAgent) } };
}

/** The session of a cookie; undefined: there is none, or it has ended. */
export async function findSession(
  services: Services,
  cookie: string | undefined,
): Promise<Session | undefined> {
  const master = services.secrets.HAMLET_SECRET;
  if (cookie === undefined || !(await isMarked(master, "session", cookie))) return undefined;
  const hash = await hashOfMarked(master, "session", cookie);
  const found = await services.directoryObject.session(hash, now());
  if (!found) return undefined;
  const csrf = hex(await hmac(master, `csrf\n${cookie}`)).slice(0, FORM_TOKEN);
  return { ...found, hash, csrf, isProved: now() - found.proved <= PROOF_LASTS };
}

/** The services as she may use them. */
export const servicesFor = (services: Services, session: Session): Services =>
  actingAs(services, actorOf(session), reachOf(session.roles));

/** Signs out on this device. */
export async function closeSession({ secrets, directoryObject }: Services, cookie: string): Promise<void> {
  await directoryObject.closeSession(await hashOfMarked(secrets.HAMLET_SECRET, "session", cookie));
}

/** Signs everybody out, on every device; answers how many sessions there were. */
export const closeAllSessions = ({ directoryObject, actor }: Services): Promise<number> =>
  directoryObject.closeAllSessions(actor, now());

/** Ends one of somebody's sessions, by its name; false: there is none. `member` null: the owner's token's. */
export const closeOneOf = async (
  { directoryObject, actor }: Services,
  member: string | null,
  id: string,
): Promise<boolean> => (await directoryObject.closeOneOf(member, id, actor, now())) > 0;

/** Ends all of somebody's sessions, but the one with that hash; answers how many there were. */
export const closeAllOf = (
  { directoryObject, actor }: Services,
  member: string | null,
  but = "",
): Promise<number> => directoryObject.closeAllOf(member, but, actor, now());

/** Whether another attempt to sign in from this address is allowed now. */
export const maySignIn = async ({ env }: Services, address: string): Promise<boolean> =>
  (await env.LOGIN_RATE.limit({ key: callerAt(address) })).success;

/** Whether a form's token is the session's. */
export const isFormToken = (session: Session, token: string | undefined): Promise<boolean> =>
  sameSecret(token ?? "", session.csrf);
