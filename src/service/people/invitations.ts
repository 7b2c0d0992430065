import type { Member } from "../../contract/members.ts";
import { DAY } from "../../platform/clock.ts";
import { hashOfMarked, isMarked, newMarked } from "../../secrets/marked.ts";
import { now, type Services } from "../services.ts";
import { newSession } from "../sessions.ts";

const LIFE = 7 * DAY;

export interface Invitation {
  /** The path of the link; it is told once, and only its hash is kept. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Makes a link that lets a member in once; the one before ends. Undefined: there is no such member. */
export async function invite(
  { secrets, directoryObject, actor }: Services,
  member: string,
): Promise<Invitation | undefined> {
  const secret = await newMarked(secrets.HAMLET_SECRET, "invitation");
  const hash = await hashOfMarked(secrets.HAMLET_SECRET, "invitation", secret);
  const until = now() + LIFE;
  const made = await directoryObject.invite(member, hash, until, actor, now());
  return made ? { path: `/invitation/${secret}`, until } : undefined;
}

/** False: none waits. */
export const withdraw = ({ directoryObject, actor }: Services, member: string): Promise<boolean> =>
  directoryObject.withdraw(member, actor, now());

/** Whom an invitation is for; undefined: it is not good, or not any more. Changes nothing. */
export async function invited(services: Services, secret: string): Promise<Member | undefined> {
  const hash = await goodHash(services, secret);
  return hash === undefined ? undefined : services.directoryObject.invited(hash, now());
}

/** Spends an invitation and signs its member in; undefined: it is not good, or somebody was faster. */
export async function accept(
  services: Services,
  secret: string,
  userAgent: string,
): Promise<{ readonly cookie: string; readonly member: Member } | undefined> {
  const hash = await goodHash(services, secret);
  if (hash === undefined) return undefined;
  const { cookie, session } = await newSession(services, "invitation", userAgent);
  const member = await services.directoryObject.acceptInvitation(hash, session, now());
  return member && { cookie, member };
}

async function goodHash({ secrets }: Services, secret: string): Promise<string | undefined> {
  const master = secrets.HAMLET_SECRET;
  return (await isMarked(master, "invitation", secret))
    ? hashOfMarked(master, "invitation", secret)
    : undefined;
}
