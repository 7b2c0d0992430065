import { type Actor, BY_TOKEN } from "../../contract/actor.ts";
import type { Member, SessionView } from "../../contract/members.ts";
import type { NewSession, OpenSession } from "../../contract/session.ts";
import { HOUR, MINUTE } from "../../platform/clock.ts";
import type { House } from "./house.ts";
import { SESSION_AGE, type StoredSession } from "./sessions.ts";

/** A session by the owner's token as the way back lasts so long, milliseconds. */
const WAY_BACK = 15 * MINUTE;
/** That the owner's token was used for commands is written down at most so often. */
const NOTED = HOUR;

const newSession = (
  { hash, way, device, proved }: NewSession,
  now: number,
): Omit<StoredSession, "name" | "member"> => ({
  hash,
  way,
  device,
  opened: now,
  used: now,
  proved: Math.min(proved ?? now, now),
  expires: now + SESSION_AGE,
});

/** Opens a session for a member, who has signed in by that. */
export function letIn(house: House, member: Member, session: NewSession, now: number): void {
  house.sessions.open({ ...newSession(session, now), name: member.name, member: member.id });
  if (member.joinedAt === null) house.members.save({ ...member, joinedAt: now });
}

/** What the directory answers of who is signed in. */
export const sessionCalls = {
  /** Signs in with the owner's token. "name taken": it is a member's, who signs in as herself. */
  openByToken(house: House, session: NewSession, name: string, now: number): "name taken" | undefined {
    if (house.members.withName(name)) return "name taken";
    house.sessions.open({ ...newSession(session, now), name, member: null });
    const actor = { name, member: BY_TOKEN };
    house.changes.add({ at: now, actor, what: "owner's token used", about: session.device });
    return undefined;
  },

  /** Signs a member in; undefined: there is none. */
  openFor(house: House, id: string, session: NewSession, now: number): Member | undefined {
    const member = house.members.get(id);
    if (member) letIn(house, member, session, now);
    return member;
  },

  session(house: House, hash: string, now: number): OpenSession | undefined {
    const found = house.sessions.find(hash, now);
    if (!found) return undefined;
    const { way, proved } = found;
    if (found.member === null) {
      const isWayBack = house.isTokenWayBack;
      if (isWayBack && found.opened < now - WAY_BACK) return undefined;
      const roles = isWayBack ? {} : { "*": "owner" as const };
      return { name: found.name, member: null, roles, way, proved, isWayBack };
    }
    const member = house.members.get(found.member);
    if (!member) return undefined;
    return { name: member.name, member: member.id, roles: member.roles, way, proved, isWayBack: false };
  },

  /** She has proved again who she is. */
  prove(house: House, hash: string, now: number): void {
    house.sessions.prove(hash, now);
  },

  sessionsOf(house: House, member: string | null, now: number): SessionView[] {
    return house.sessions.of(member, now);
  },

  closeSession(house: House, hash: string): void {
    house.sessions.close(hash);
  },

  /** Ends one of somebody's sessions; answers how many there were. */
  closeOneOf(house: House, member: string | null, id: string, by: Actor, now: number): number {
    const ended = house.sessions.closeOne(member, id);
    const about = member === null ? undefined : house.members.get(member)?.name;
    if (ended > 0) house.changes.add({ at: now, actor: by, what: "sessions ended", about });
    return ended;
  },

  /** Ends all of somebody's sessions but one; answers how many there were. */
  closeAllOf(house: House, member: string | null, but: string, by: Actor, now: number): number {
    const ended = house.sessions.closeAllOf(member, but);
    const about = member === null ? undefined : house.members.get(member)?.name;
    if (ended > 0) house.changes.add({ at: now, actor: by, what: "sessions ended", about });
    return ended;
  },

  /** Ends everybody's sessions; answers how many there were. */
  closeAllSessions(house: House, by: Actor, now: number): number {
    const ended = house.sessions.closeAll();
    house.changes.add({ at: now, actor: by, what: "sessions ended" });
    return ended;
  },

  /** Whether the owner's token is the way back only. */
  isTokenWayBack(house: House): boolean {
    return house.isTokenWayBack;
  },

  /** Whether the token may be switched off: an owner must be there who signs in otherwise. */
  setTokenWayBack(house: House, given: boolean, by: Actor, now: number): boolean {
    if (given && !house.members.hasOwner) return false;
    house.isTokenWayBack = given;
    const what = given ? "owner's token as the way back" : "owner's token for daily use";
    house.changes.add({ at: now, actor: by, what });
    return true;
  },

  /** A command used the owner's token. */
  noteToken(house: House, by: Actor, now: number): void {
    if (!house.changes.isKnown("owner's token used", "commands", now - NOTED))
      house.changes.add({ at: now, actor: by, what: "owner's token used", about: "commands" });
  },

  /** False: what serves once was spent before. */
  spend(house: House, hash: string, expires: number, now: number): boolean {
    return house.spent.spend(hash, expires, now);
  },
};
