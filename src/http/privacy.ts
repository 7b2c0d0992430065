import type { PersonErased, PersonExport } from "../contract/privacy.ts";
import { kvInbox } from "../queue/inbox.ts";
import { mailHash } from "../secrets/identity.ts";
import type { Person } from "../site/privacy/person.ts";
import type { Services } from "./services.ts";

/** Calls to the site object for one erasure, of 500 comments each. */
const MOST_CALLS = 40;

/** What a site's owner can do for a commenter who asks what is kept of her, or that it be erased. */
export class Privacy {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Undefined: no such site. */
  async export(site: string, email: string): Promise<PersonExport | undefined> {
    const record = await this.#services.directory.fresh(site);
    if (!record) return undefined;
    const person = await this.#person(site, email);
    const [waiting, kept] = await Promise.all([
      kvInbox(this.#services.env.QUEUE).ofAuthor(site, person.mail),
      this.#services.siteObject(site).exportPerson(person, record),
    ]);
    return { ...kept, inbox: waiting.length };
  }

  /** The inbox first, or what waits there would come back. Undefined: no such site. */
  async erase(site: string, email: string): Promise<PersonErased | undefined> {
    const record = await this.#services.directory.fresh(site);
    if (!record) return undefined;
    const person = await this.#person(site, email);
    const inbox = kvInbox(this.#services.env.QUEUE);
    const waiting = await inbox.ofAuthor(site, person.mail);
    for (const key of waiting) await inbox.remove(key);
    const object = this.#services.siteObject(site);
    let erased = await object.erasePerson(person, record);
    let [comments, queued, standing] = [erased.comments, erased.queued, erased.standing];
    for (let call = 1; erased.more && call < MOST_CALLS; call++) {
      erased = await object.erasePerson(person, record);
      comments += erased.comments;
      queued += erased.queued;
      standing ||= erased.standing;
    }
    const { more, mentions, listed } = erased;
    return {
      comments,
      inbox: waiting.length,
      standing,
      mentions,
      listed,
      remains: remains({ more, queued, mentions: mentions.length > 0, listed: listed.length > 0 }),
    };
  }

  async #person(site: string, email: string): Promise<Person> {
    return { email, mail: await mailHash(this.#services.secrets.HAMLET_SECRET, site, email) };
  }
}

interface Left {
  readonly more: boolean;
  readonly queued: number;
  readonly mentions: boolean;
  readonly listed: boolean;
}

function remains({ more, queued, mentions, listed }: Left): string[] {
  return [
    ...(more ? ["More comments than one request erases: send it again."] : []),
    ...(queued > 0
      ? [
          `${queued} copies in the approval queue go within a minute, or after 00:00 UTC if the day's quota is used up.`,
        ]
      : []),
    ...(mentions
      ? ["Other people's comments hold the address in their text; delete those yourself if they must go."]
      : []),
    ...(listed ? ["Your own lists of blocked or allowed authors name the address."] : []),
    "Backups made before keep it until you delete them; restoring one brings it back.",
    "The record of decisions keeps the ids of the comments, without text or address, for a year.",
  ];
}
