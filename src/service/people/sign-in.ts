import { foldName, isReserved, type Way } from "../../contract/members.ts";
import { hashOfMarked, isMarked } from "../../secrets/marked.ts";
import { now, type Services } from "../services.ts";
import { newSession } from "../sessions.ts";
import { isOwnersToken } from "../tokens.ts";

/** How somebody was let in, or why not. */
export type SignedIn =
  | { readonly cookie: string }
  | "wrong token"
  | "name needed"
  | "name reserved"
  | "name taken";

const LONGEST_NAME = 60;

interface Given {
  /** The owner's, or one of her own. */
  readonly token: string;
  /** With the owner's token: who holds it. */
  readonly name: string;
  readonly userAgent: string;
}

/** Signs somebody in by a token. */
export async function signInByToken(services: Services, given: Given): Promise<SignedIn> {
  const { token, userAgent } = given;
  if (await isOwnersToken(services, token)) return byOwnersToken(services, given);
  const member = await memberOfToken(services, token);
  if (member === undefined) return "wrong token";
  const cookie = await openFor(services, member, "personal token", userAgent);
  return cookie === undefined ? "wrong token" : { cookie };
}

async function byOwnersToken(services: Services, { name, userAgent }: Given): Promise<SignedIn> {
  const typed = name.normalize("NFC").trim();
  if (typed.length > LONGEST_NAME || foldName(typed) === "") return "name needed";
  if (isReserved(typed)) return "name reserved";
  const { cookie, session } = await newSession(services, "token", userAgent);
  return (await services.directoryObject.openByToken(session, typed, now())) ?? { cookie };
}

/** Whose a personal token is; undefined: nobody's. */
export async function memberOfToken(services: Services, token: string): Promise<string | undefined> {
  const master = services.secrets.HAMLET_SECRET;
  if (!(await isMarked(master, "token", token))) return undefined;
  return services.directoryObject.useToken(await hashOfMarked(master, "token", token), now());
}

/** Opens a session for somebody who proved who she is, now or at a time; undefined: there is no such member. */
export async function openFor(
  services: Services,
  member: string,
  way: Way,
  userAgent: string,
  proved = now(),
): Promise<string | undefined> {
  const { cookie, session } = await newSession(services, way, userAgent);
  const opened = await services.directoryObject.openFor(member, { ...session, proved }, now());
  return opened ? cookie : undefined;
}
