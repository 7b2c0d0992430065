import { ownsAll } from "../../contract/roles.ts";
import { now, type Services } from "../services.ts";
import type { Session } from "../sessions.ts";
import { isOwnersToken } from "../tokens.ts";
import { isFreshlyPassed } from "./access.ts";
import { isPasskeyOf } from "./passkeys.ts";
import { memberOfToken } from "./sign-in.ts";

/** Whether another attempt to prove who she is is allowed in a session now. */
export const mayProve = async ({ env }: Services, { hash }: Session): Promise<boolean> =>
  (await env.LOGIN_RATE.limit({ key: `prove ${hash}` })).success;

/** Says that Cloudflare Access let her through again just now. */
export const BY_ACCESS = "access";

/** Another proof: a token, an authenticator's answer as JSON, or the word for Access with its assertion. */
interface Proof {
  readonly proof: string;
  readonly assertion: string | undefined;
}

/** Takes another proof of who is signed in, and remembers it for a while. False: it is none of hers. */
export async function proveAgain(services: Services, session: Session, given: Proof): Promise<boolean> {
  if (!(await isProof(services, session, given))) return false;
  await services.directoryObject.prove(session.hash, now());
  return true;
}

async function isProof(services: Services, session: Session, { proof, assertion }: Proof): Promise<boolean> {
  const { member, roles } = session;
  if (proof.startsWith("{")) return isPasskeyOf(services, session, proof);
  if (proof === BY_ACCESS) return member !== null && isFreshlyPassed(services, member, assertion);
  // Whoever holds the owner's token may everything already.
  if ((member === null || ownsAll(roles)) && (await isOwnersToken(services, proof))) return true;
  return member !== null && (await memberOfToken(services, proof)) === member;
}
