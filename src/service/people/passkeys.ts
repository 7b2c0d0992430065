import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Member, MemberView } from "../../contract/members.ts";
import { base64url, bytesOfBase64url } from "../../platform/base64.ts";
import { now, type Services } from "../services.ts";
import type { Session } from "../sessions.ts";
import { isChallenge, newChallenge, spendChallenge } from "./challenge.ts";
import { openFor } from "./sign-in.ts";

/** Characters of an authenticator's answer: ten times what they send. */
const LONGEST = 16_384;
const TIMEOUT = 300_000;
/** EdDSA, ES256 and RS256, as authenticators name them. */
const ALGORITHMS = [-8, -7, -257];

const hostOf = ({ origin }: Services): string => new URL(origin).hostname;

const SIGN_IN = "sign in";
const adding = ({ hash }: Session) => `add ${hash}`;
const proving = ({ hash }: Session) => `prove ${hash}`;

/** The library is large, and most requests need none of it. */
const library = () => import("@simplewebauthn/server");

const publicKey = (id: string) => ({ type: "public-key" as const, id });

/** What a browser asks of an authenticator to sign in, as JSON. */
export async function signInOptions(services: Services): Promise<string> {
  return requestOptions(services, SIGN_IN, []);
}

/** The same to prove again who is signed in; undefined: no passkey of hers opens this host. */
export async function proveOptions(
  services: Services,
  session: Session,
  { passkeys }: MemberView,
): Promise<string | undefined> {
  const ids = passkeys.filter(({ host }) => host === hostOf(services)).map(({ id }) => id);
  return ids.length === 0 ? undefined : requestOptions(services, proving(session), ids);
}

async function requestOptions(services: Services, purpose: string, ids: readonly string[]): Promise<string> {
  return JSON.stringify({
    challenge: await newChallenge(services, purpose),
    rpId: hostOf(services),
    userVerification: "required",
    timeout: TIMEOUT,
    allowCredentials: ids.map(publicKey),
  });
}

/** What a browser asks of an authenticator to make a passkey, as JSON. */
export async function addOptions(
  services: Services,
  session: Session,
  { member, passkeys }: MemberView,
): Promise<string> {
  return JSON.stringify({
    challenge: await newChallenge(services, adding(session)),
    rp: { id: hostOf(services), name: "Hamlet" },
    user: {
      id: base64url(new TextEncoder().encode(member.id)),
      name: member.email ?? member.name,
      displayName: member.name,
    },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
    timeout: TIMEOUT,
    excludeCredentials: passkeys.map(({ id }) => publicKey(id)),
  });
}

/** Keeps a passkey that an authenticator made for whoever is signed in. False: its answer does not hold. */
export async function addPasskey(
  services: Services,
  session: Session,
  name: string,
  answer: string,
): Promise<boolean> {
  const response = parsed<RegistrationResponseJSON>(answer);
  if (!response || session.member === null) return false;
  const { verifyRegistrationResponse } = await library();
  const challenge = challengeFor(services, adding(session));
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge.expected,
    expectedOrigin: services.origin,
    expectedRPID: hostOf(services),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (!verified?.verified || !(await challenge.spend())) return false;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const passkey = {
    id,
    member: session.member,
    publicKey: base64url(publicKey),
    counter,
    host: hostOf(services),
  };
  return services.directoryObject.addPasskey(passkey, name, services.actor, now());
}

/** False: she has no such passkey. */
export const removePasskey = (
  { directoryObject, actor }: Services,
  member: Member["id"],
  id: string,
): Promise<boolean> => directoryObject.removePasskey(member, id, actor, now());

/** Signs somebody in by a passkey: answers the cookie. Undefined: its answer does not hold. */
export async function signInByPasskey(
  services: Services,
  answer: string,
  userAgent: string,
): Promise<string | undefined> {
  const member = await memberOf(services, SIGN_IN, answer);
  return member === undefined ? undefined : openFor(services, member, "passkey", userAgent);
}

/** Whether an answer proves that it is she who is signed in. */
export const isPasskeyOf = async (services: Services, session: Session, answer: string): Promise<boolean> =>
  session.member !== null && (await memberOf(services, proving(session), answer)) === session.member;

/** Whose passkey answered; undefined: nobody's, or it does not hold. */
async function memberOf(services: Services, purpose: string, answer: string): Promise<string | undefined> {
  const response = parsed<AuthenticationResponseJSON>(answer);
  const known = response && (await services.directoryObject.passkey(response.id));
  if (!known || known.host !== hostOf(services)) return undefined;
  const { userHandle } = response.response;
  const member = base64url(new TextEncoder().encode(known.member));
  if (userHandle !== undefined && userHandle !== member) return undefined;
  const { verifyAuthenticationResponse } = await library();
  const challenge = challengeFor(services, purpose);
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge.expected,
    expectedOrigin: services.origin,
    expectedRPID: known.host,
    requireUserVerification: true,
    // The counter is compared where it is kept, in one step with its change.
    credential: { id: known.id, publicKey: bytesOfBase64url(known.publicKey), counter: 0 },
  }).catch(() => undefined);
  if (!verified?.verified || !(await challenge.spend())) return undefined;
  const { newCounter } = verified.authenticationInfo;
  return (await services.directoryObject.usePasskey(known.id, newCounter, now())) ? known.member : undefined;
}

/** Looks at the challenge that an answer holds, and spends it when the answer holds. */
function challengeFor(services: Services, purpose: string) {
  let seen = "";
  return {
    expected: (challenge: string) => {
      seen = challenge;
      return isChallenge(services, purpose, challenge);
    },
    spend: () => spendChallenge(services, seen),
  };
}

/** An answer as an authenticator's; what is none of the form fails where it is verified. */
function parsed<T extends { readonly id: string; readonly response: unknown }>(
  answer: string,
): T | undefined {
  if (answer.length > LONGEST) return undefined;
  try {
    const read = JSON.parse(answer) as T | null;
    const fits = typeof read?.id === "string" && typeof read.response === "object" && read.response !== null;
    return fits ? read : undefined;
  } catch {
    return undefined;
  }
}
