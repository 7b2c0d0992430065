import type { Actor } from "../../contract/actor.ts";
import type { Member } from "../../contract/members.ts";
import type { House } from "./house.ts";

/** What the directory answers of accounts of Telegram. */
export const telegramCalls = {
  /** Keeps a one-time code for a bot; false: there is no such member. */
  keepTelegramCode(house: House, member: string, bot: string, code: string, expires: number): boolean {
    if (!house.members.get(member)) return false;
    house.telegrams.keepCode(member, bot, code, expires);
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

  /** Unlinks a member's accounts, that of one bot or all; answers how many there were. */
  unlinkTelegram(house: House, member: string, bot: string | undefined, by: Actor, now: number): number {
    return house.transaction(() => {
      const unlinked = house.telegrams.forget(member, bot);
      const about = house.members.get(member)?.name;
      if (unlinked > 0) house.changes.add({ at: now, actor: by, what: "Telegram unlinked", about });
      return unlinked;
    });
  },
};
