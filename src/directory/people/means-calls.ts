import type { Actor, Change, ChangeLine } from "../../contract/actor.ts";
import type { ChangesAsk } from "./changes.ts";
import type { House } from "./house.ts";
import type { StoredPasskey } from "./passkeys.ts";

/** Means of one kind that somebody may have. */
const MOST = 20;

/** What the directory answers of passkeys, personal tokens and the record of changes. */
export const meansCalls = {
  /** False: there is no such member, or she has too many. */
  addToken(
    house: House,
    member: string,
    token: { hash: string; id: string; name: string },
    by: Actor,
    now: number,
  ): boolean {
    const whose = house.members.get(member);
    if (!whose || house.tokens.of(member).length >= MOST) return false;
    house.transaction(() => {
      house.tokens.add(member, token, now);
      house.changes.add({
        at: now,
        actor: by,
        what: "personal token made",
        about: `${whose.name}: ${token.name}`,
      });
    });
    return true;
  },

  /** Whose a token is; undefined: nobody's. */
  useToken(house: House, hash: string, now: number): string | undefined {
    return house.tokens.use(hash, now);
  },

  removeToken(house: House, member: string, id: string, by: Actor, now: number): boolean {
    const known = house.tokens.of(member).find((token) => token.id === id);
    if (!known) return false;
    house.tokens.remove(member, id);
    const about = `${house.members.get(member)?.name}: ${known.name}`;
    house.changes.add({ at: now, actor: by, what: "personal token removed", about });
    return true;
  },

  /** False: there is no such member, she has too many, or it is known already. */
  addPasskey(house: House, passkey: StoredPasskey, name: string, by: Actor, now: number): boolean {
    const whose = house.members.get(passkey.member);
    if (!whose || house.passkeys.of(passkey.member).length >= MOST) return false;
    return house.transaction(() => {
      const isNew = house.passkeys.add(passkey, name, now);
      const about = `${whose.name}: ${name}`;
      if (isNew) house.changes.add({ at: now, actor: by, what: "passkey added", about });
      return isNew;
    });
  },

  passkey(house: House, id: string): StoredPasskey | undefined {
    return house.passkeys.get(id);
  },

  /** False: a copy of it was used. */
  usePasskey(house: House, id: string, counter: number, now: number): boolean {
    return house.passkeys.use(id, counter, now);
  },

  removePasskey(house: House, member: string, id: string, by: Actor, now: number): boolean {
    const known = house.passkeys.of(member).find((passkey) => passkey.id === id);
    if (!known) return false;
    house.passkeys.remove(member, id);
    const about = `${house.members.get(member)?.name}: ${known.name}`;
    house.changes.add({ at: now, actor: by, what: "passkey removed", about });
    return true;
  },

  noteChange(house: House, change: Change): void {
    house.changes.add(change);
  },

  changes(house: House, ask: ChangesAsk): ChangeLine[] {
    return house.changes.before(ask);
  },
};
