import type { Member, MemberFault, MemberPatch, MemberRequest, MemberView } from "../../contract/members.ts";
import { reaches, reachOf } from "../../contract/roles.ts";
import { hex } from "../../secrets/derive.ts";
import { hashOfMarked, newMarked } from "../../secrets/marked.ts";
import { now, type Services } from "../services.ts";

/** 64 bits, hexadecimal: a name for what is kept, which opens nothing. */
export const newId = (): string => hex(crypto.getRandomValues(new Uint8Array(8)));

export const members = ({ directoryObject }: Services): Promise<readonly MemberView[]> =>
  directoryObject.members(now());

/** Those who have a role in a site that whoever asks reaches: she meets their names there. */
export async function colleagues(services: Services): Promise<readonly Member[]> {
  const { reach } = services;
  const all = (await members(services)).map(({ member }) => member);
  if (reach === "all") return all;
  return all.filter(({ roles }) => [...reach].some((site) => reaches(reachOf(roles), site)));
}

/** Undefined: there is no such member. */
export const findMember = ({ directoryObject }: Services, id: string): Promise<MemberView | undefined> =>
  directoryObject.member(id, now());

/** Adds somebody, who cannot sign in before she is invited. */
export function addMember(
  { directoryObject, actor }: Services,
  given: MemberRequest,
): Promise<Member | MemberFault> {
  const member = { ...given, id: newId(), createdAt: now(), joinedAt: null };
  return directoryObject.addMember(member, actor, now());
}

/** Changes what a patch names; undefined: there is no such member. */
export const changeMember = (
  { directoryObject, actor }: Services,
  id: string,
  patch: MemberPatch,
): Promise<Member | MemberFault | undefined> => directoryObject.changeMember(id, patch, actor, now());

/** Takes somebody out, and ends her sessions. Undefined: there is no such member. */
export const removeMember = (
  { directoryObject, actor }: Services,
  id: string,
): Promise<Member | "last owner" | undefined> => directoryObject.removeMember(id, actor, now());

/** Makes a token for somebody to sign in with: told once, and only its hash is kept. Undefined: no such member, or she has too many. */
export async function makeToken(
  { secrets, directoryObject, actor }: Services,
  member: string,
  name: string,
): Promise<{ readonly id: string; readonly token: string } | undefined> {
  const token = await newMarked(secrets.HAMLET_SECRET, "token");
  const hash = await hashOfMarked(secrets.HAMLET_SECRET, "token", token);
  const id = newId();
  return (await directoryObject.addToken(member, { hash, id, name }, actor, now()))
    ? { id, token }
    : undefined;
}

/** False: she has no such token. */
export const removeToken = (
  { directoryObject, actor }: Services,
  member: string,
  id: string,
): Promise<boolean> => directoryObject.removeToken(member, id, actor, now());

/** Whether the owner's token is the way back only. */
export const isTokenWayBack = ({ directoryObject }: Services): Promise<boolean> =>
  directoryObject.isTokenWayBack();

/** False: nobody else owns all, so that the token cannot be switched off. */
export const setTokenWayBack = ({ directoryObject, actor }: Services, given: boolean): Promise<boolean> =>
  directoryObject.setTokenWayBack(given, actor, now());
