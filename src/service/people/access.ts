import { createRemoteJWKSet, jwtVerify } from "jose";
import { foldMail } from "../../contract/members.ts";
import { MINUTE } from "../../platform/clock.ts";
import { remembers } from "../../platform/isolate.ts";
import { now, type Services } from "../services.ts";
import { openFor } from "./sign-in.ts";

/** What Cloudflare Access signs with; nothing else is taken. */
const ALGORITHMS = ["RS256"];
const LONGEST = 8_192;
/** A proof by Access is fresh for so long after somebody signed in there, milliseconds. */
const FRESH = 10 * MINUTE;

/** The team's public keys, as they were fetched last. */
const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();
remembers(() => keys.clear());

function keysOf(team: string) {
  const known =
    keys.get(team) ?? createRemoteJWKSet(new URL(`${team}/cdn-cgi/access/certs`), { timeoutDuration: 5_000 });
  keys.set(team, known);
  return known;
}

/** Whom Cloudflare Access let through. */
export interface Passed {
  readonly email: string;
  /** When it did, milliseconds since 1970. */
  readonly at: number;
}

/** Whom an assertion of Access names; undefined: Access is not set up, or the assertion does not hold. */
export async function passedAccess(
  { secrets: { ACCESS_TEAM: team, ACCESS_AUDIENCE: audience } }: Pick<Services, "secrets">,
  assertion: string | undefined,
): Promise<Passed | undefined> {
  if (!assertion || !team || !audience || assertion.length > LONGEST) return undefined;
  try {
    const { payload } = await jwtVerify(assertion, keysOf(team), {
      issuer: team,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp", "iat", "email"],
      currentDate: new Date(now()),
    });
    const email = typeof payload.email === "string" ? foldMail(payload.email) : undefined;
    return email === undefined ? undefined : { email, at: (payload.iat ?? 0) * 1000 };
  } catch {
    return undefined;
  }
}

/** Who comes by Access: her address, and her name if she has an account. Undefined: nobody does. */
export async function whoComes(services: Services, assertion: string | undefined) {
  const passed = await passedAccess(services, assertion);
  if (!passed) return undefined;
  const member = await services.directoryObject.memberWithMail(passed.email);
  return { email: passed.email, name: member?.name };
}

/**
 * Signs somebody in whom Access let through: answers the cookie. Undefined: it did not, or she has no account. She proved who she is when
 * she signed in there, which may be long ago: one click here is no proof.
 */
export async function signInByAccess(
  services: Services,
  assertion: string | undefined,
  userAgent: string,
): Promise<string | undefined> {
  const passed = await passedAccess(services, assertion);
  const member = passed && (await services.directoryObject.memberWithMail(passed.email));
  return member && openFor(services, member.id, "access", userAgent, passed.at);
}

/** Whether Access let somebody through just now, and it is she. */
export async function isFreshlyPassed(
  services: Services,
  member: string,
  assertion: string | undefined,
): Promise<boolean> {
  const passed = await passedAccess(services, assertion);
  if (!passed || now() - passed.at > FRESH) return false;
  return (await services.directoryObject.memberWithMail(passed.email))?.id === member;
}
