import type { Addressee, Claimed, MailChoices, MailsChosen, Recipient } from "../../contract/mail.ts";
import type { Member } from "../../contract/members.ts";
import { moderates } from "../../contract/roles.ts";
import { localDay } from "../../platform/zone.ts";
import type { House } from "./house.ts";

/** Somebody who gets mails of a site now: she chose them, has an address, and her role reaches so far. */
interface Listed {
  readonly member: Member & { readonly email: string };
  readonly choices: MailChoices;
  readonly chosen: MailChoices["sites"][string];
}

function listed(house: House, site: string): Listed[] {
  return house.choices.all().flatMap(({ member: id, choices }) => {
    const chosen = Object.hasOwn(choices.sites, site) ? choices.sites[site] : undefined;
    const member = chosen && house.members.get(id);
    if (!member || member.email === null || !moderates(member.roles, site)) return [];
    return [{ member: { ...member, email: member.email }, choices, chosen }];
  });
}

const recipientOf = ({ member, choices, chosen }: Listed): Recipient => {
  const { zone, hour, weekday, hours, quiet } = choices;
  return { member: member.id, when: chosen.when, zone, hour, weekday, hours, quiet };
};

const addresseeOf = ({ member, choices, chosen }: Listed): Addressee => ({
  member: member.id,
  name: member.name,
  email: member.email,
  language: member.language,
  link: choices.link,
  ...chosen,
});

/** What the directory answers of the mails that people chose. */
export const choiceCalls = {
  choices(house: House, member: string): MailChoices | undefined {
    return house.choices.get(member);
  },

  /**
   * Keeps what somebody chose, of the sites that her role reaches; answers the sites that must hear of it. Undefined: there is
   * no such member.
   */
  choose(house: House, id: string, given: MailsChosen, link: string, now: number): string[] | undefined {
    const member = house.members.get(id);
    if (!member) return undefined;
    const before = house.choices.get(id)?.sites ?? {};
    const after = Object.entries(given.sites).flatMap(([site, when]) => {
      if (!moderates(member.roles, site)) return [];
      const since = Object.hasOwn(before, site) ? before[site]?.since : undefined;
      return [[site, { when, since: since ?? now }] as const];
    });
    const sites = Object.fromEntries(after);
    house.choices.save(id, { ...given, link, sites });
    return [...new Set([...Object.keys(before), ...Object.keys(sites)])];
  },

  recipients(house: House, site: string): Recipient[] {
    return listed(house, site).map(recipientOf);
  },

  /** Counts a mail for each of those asked who may get one now. */
  claimMails(house: House, site: string, members: readonly string[], now: number): Claimed {
    const all = listed(house, site);
    const granted = all.filter(
      ({ member, choices }) =>
        members.includes(member.id) &&
        house.choices.count(member.id, localDay(now, choices.zone), choices.most),
    );
    return { recipients: all.map(recipientOf), granted: granted.map(addresseeOf) };
  },

  /** Whether mails of a site still go to somebody by the choice of that time. */
  getsMails(house: House, member: string, site: string, since: number): boolean {
    const sites = house.choices.get(member)?.sites ?? {};
    return Object.hasOwn(sites, site) && sites[site]?.since === since;
  },

  /** Stops them; false: they were stopped before. */
  stopMails(house: House, member: string, site: string, since: number): boolean {
    const choices = house.choices.get(member);
    if (!choices || !choiceCalls.getsMails(house, member, site, since)) return false;
    const { [site]: _, ...sites } = choices.sites;
    house.choices.save(member, { ...choices, sites });
    return true;
  },
};
