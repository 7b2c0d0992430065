import {
  type Addressee,
  type Claimed,
  type MailChoices,
  type MailsChosen,
  noMails,
  type Recipient,
} from "../../contract/mail.ts";
import type { Member } from "../../contract/members.ts";
import type { DeviceView, PushKeys, StoredDevice } from "../../contract/push.ts";
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

/** The devices of those whose role reaches a site. */
const devicesFor = (house: House, site: string): StoredDevice[] =>
  house.devices.all().filter(({ member }) => {
    const whose = house.members.get(member);
    return whose !== undefined && moderates(whose.roles, site);
  });

/** A device keeps its owner's quiet hours. */
function ringing(house: House, { id, member, hours }: StoredDevice): Recipient {
  const { zone, hour, weekday, quiet } = house.choices.get(member) ?? noMails;
  return { member, device: id, when: "older", zone, hour, weekday, hours, quiet };
}

const addresseeOf = ({ member, choices, chosen }: Listed): Addressee => ({
  member: member.id,
  name: member.name,
  email: member.email,
  language: member.language,
  link: choices.link,
  ...chosen,
});

/** What the directory answers of how people are told. */
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

  /** `mail`: whether this Hamlet has a way to send mail. */
  recipients(house: House, site: string, mail: boolean): Recipient[] {
    const mailed = mail ? listed(house, site).map(recipientOf) : [];
    return [...mailed, ...devicesFor(house, site).map((device) => ringing(house, device))];
  },

  /** Counts a mail for each of those asked, by their keys, who may get one now; and names the devices among them. */
  claim(house: House, site: string, asked: readonly string[], mail: boolean, now: number): Claimed {
    const granted = (mail ? listed(house, site) : []).filter(
      ({ member, choices }) =>
        asked.includes(member.id) &&
        house.choices.count(member.id, localDay(now, choices.zone), choices.most),
    );
    return {
      recipients: choiceCalls.recipients(house, site, mail),
      granted: granted.map(addresseeOf),
      devices: devicesFor(house, site)
        .filter(({ id }) => asked.includes(id))
        .map(({ id, endpoint, link }) => ({ id, endpoint, link })),
      pushKeys: house.pushKeys,
    };
  },

  devicesOf(house: House, member: string): DeviceView[] {
    return house.devices.of(member);
  },

  /** False: there is no such member. */
  keepDevice(house: House, device: StoredDevice): boolean {
    if (!house.members.get(device.member)) return false;
    house.devices.keep(device);
    return true;
  },

  removeDevice(house: House, member: string, id: string): boolean {
    return house.devices.remove(member, id);
  },

  /** Its push service does not know a device any more. */
  dropDevice(house: House, id: string): void {
    house.devices.drop(id);
  },

  /** The keys that count: those that were there first. */
  pushKeys(house: House, made: PushKeys | undefined): PushKeys | undefined {
    if (made && !house.pushKeys) house.pushKeys = made;
    return house.pushKeys;
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
