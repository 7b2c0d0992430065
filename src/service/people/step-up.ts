import { ownsAll } from "../../contract/roles.ts";
import { now, type Services } from "../services.ts";
import type { Session } from "../sessions.ts";
import { isOwnersToken } from "../tokens.ts";
import { memberOfToken } from "./sign-in.ts";

/** Whether another attempt to prove who she is is allowed in a session now. */
export const mayProve = async ({ env }: Services, { hash }: Session): Promise<boolean> =>
  (await env.LOGIN_RATE.limit({ key: `prove ${hash}` })).success;

/** Takes another proof of who is signed in, and remembers it for a while. False: it is none of hers. */
export async function proveAgain(services: Services, session: Session, proof: string): Promise<boolean> {
  if (!(await isProof(services, session, proof))) return false;
  await services.directoryObject.prove(session.hash, now());
  return true;
}

async function isProof(services: Services, session: Session, proof: string): Promise<boolean> {
  const { member, roles } = session;
  // Whoever holds the owner's token may everything already.
  if ((member === null || ownsAll(roles)) && (await isOwnersToken(services, proof))) return true;
  return member !== null && (await memberOfToken(services, proof)) === member;
}
