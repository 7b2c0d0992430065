import type { Actor } from "../../contract/actor.ts";
import type { Member } from "../../contract/members.ts";
import type { House } from "./house.ts";

/** What the directory answers of accounts of Telegram. */
export const telegramCalls = {
  /** Keeps a one-time code; false: there is no such member. */
  keepTelegramCode(house: House, member: string, code: string, expires: number): boolean {
    if (!house.members.get(member)) return false;
    house.telegrams.keepCode(member, code, expires);
    return true;
  },

  /** Links an account by a code; undefined: the code is not good. */
  linkTelegram(house: House, code: string, account: string, now: number): Member | undefined {
    return house.transaction(() => {
      const id = house.telegrams.link(code, account, now);
      const member = id === undefined ? undefined : house.members.get(id);
      if (!member) return undefined;
      const actor = { name: member.name, member: member.id };
      house.changes.add({ at: now, actor, what: "Telegram linked", about: member.name });
      return member;
    });
  },

  /** Whose an account is, as she is now; undefined: nobody's. */
  memberOfTelegram(house: House, account: string): Member | undefined {
    const id = house.telegrams.memberOf(account);
    return id === undefined ? undefined : house.members.get(id);
  },

  /** Since when a member's account is linked, milliseconds since 1970; undefined: it is not. */
  telegramOf(house: House, member: string): number | undefined {
    return house.telegrams.linkedSince(member);
  },

  unlinkTelegram(house: House, member: string, by: Actor, now: number): boolean {
    return house.transaction(() => {
      const was = house.telegrams.forget(member);
      const about = house.members.get(member)?.name;
      if (was) house.changes.add({ at: now, actor: by, what: "Telegram unlinked", about });
      return was;
    });
  },
};
