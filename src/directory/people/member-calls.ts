import type { Actor } from "../../contract/actor.ts";
import type { Member, MemberFault, MemberPatch, MemberView } from "../../contract/members.ts";
import { ownsAll } from "../../contract/roles.ts";
import type { NewSession } from "../../contract/session.ts";
import type { House } from "./house.ts";
import { letIn } from "./session-calls.ts";

const viewOf = (house: House, member: Member, now: number): MemberView => ({
  member,
  invitedUntil: house.invitations.until(member.id, now),
  passkeys: house.passkeys.of(member.id),
  tokens: house.tokens.of(member.id),
  sessions: house.sessions.of(member.id, now),
  telegrams: house.telegrams.of(member.id),
});

/** What the directory answers of people and their invitations. */
export const memberCalls = {
  members(house: House, now: number): MemberView[] {
    return house.members.all().map((member) => viewOf(house, member, now));
  },

  member(house: House, id: string, now: number): MemberView | undefined {
    const member = house.members.get(id);
    return member && viewOf(house, member, now);
  },

  addMember(house: House, member: Member, by: Actor, now: number): Member | MemberFault {
    const fault = house.members.fault(member);
    if (fault) return fault;
    return house.transaction(() => {
      house.changes.add({ at: now, actor: by, what: "person added", about: told(member) });
      return house.members.save(member);
    });
  },

  /** Undefined: there is no such member. */
  changeMember(
    house: House,
    id: string,
    patch: MemberPatch,
    by: Actor,
    now: number,
  ): Member | MemberFault | undefined {
    const before = house.members.get(id);
    if (!before) return undefined;
    const after: Member = {
      ...before,
      name: patch.name ?? before.name,
      email: patch.email === undefined ? before.email : patch.email,
      language: patch.language === undefined ? before.language : patch.language,
      roles: patch.roles ?? before.roles,
    };
    const fault = house.members.fault(after);
    if (fault) return fault;
    if (!ownsAll(after.roles) && house.members.isLastOwner(id)) return "last owner";
    return house.transaction(() => {
      const about = `${told(before)} → ${told(after)}`;
      house.changes.add({ at: now, actor: by, what: "person changed", about });
      return house.members.save(after);
    });
  },

  /** Takes somebody out, with all that opens her account, and ends her sessions. Undefined: there is no such member. */
  removeMember(house: House, id: string, by: Actor, now: number): "last owner" | Member | undefined {
    const member = house.members.get(id);
    if (!member) return undefined;
    if (house.members.isLastOwner(id)) return "last owner";
    return house.transaction(() => {
      house.members.remove(id);
      house.invitations.forget(id);
      house.passkeys.forget(id);
      house.tokens.forget(id);
      house.sessions.closeAllOf(id);
      house.choices.forget(id);
      house.devices.forget(id);
      house.telegrams.forget(id);
      house.changes.add({ at: now, actor: by, what: "person removed", about: member.name });
      return member;
    });
  },

  /** Keeps an invitation, which ends the last one. False: there is no such member. */
  invite(house: House, id: string, hash: string, expires: number, by: Actor, now: number): boolean {
    const member = house.members.get(id);
    if (!member) return false;
    house.transaction(() => {
      house.invitations.keep(id, hash, expires, now);
      house.changes.add({ at: now, actor: by, what: "invitation made", about: member.name });
    });
    return true;
  },

  /** False: none waits. */
  withdraw(house: House, id: string, by: Actor, now: number): boolean {
    return house.transaction(() => {
      const was = house.invitations.forget(id);
      const about = house.members.get(id)?.name;
      if (was) house.changes.add({ at: now, actor: by, what: "invitation withdrawn", about });
      return was;
    });
  },

  /** Whom an invitation is for; undefined: nobody, it was spent or withdrawn, or its time is over. */
  invited(house: House, hash: string, now: number): Member | undefined {
    const id = house.invitations.memberOf(hash, now);
    return id === undefined ? undefined : house.members.get(id);
  },

  /** Spends an invitation: of two who do so at once, one is let in. */
  acceptInvitation(house: House, hash: string, session: NewSession, now: number): Member | undefined {
    const member = memberCalls.invited(house, hash, now);
    if (!member) return undefined;
    return house.transaction(() => {
      house.invitations.forget(member.id);
      letIn(house, member, session, now);
      const actor = { name: member.name, member: member.id };
      house.changes.add({ at: now, actor, what: "invitation used", about: session.device });
      return member;
    });
  },

  /** By a folded mail address. */
  memberWithMail(house: House, email: string): Member | undefined {
    return house.members.withMail(email);
  },
};

/** Who somebody is and what she may, in a few words. */
function told({ name, roles }: Member): string {
  const all = Object.entries(roles).map(([site, role]) => `${role} of ${site === "*" ? "all" : site}`);
  return `${name} (${all.length === 0 ? "no role" : all.slice(0, 10).join(", ")})`;
}
