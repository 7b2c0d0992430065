import { type PersonErased, type PersonExport, remaining } from "../contract/privacy.ts";
import { kvInbox } from "../queue/inbox.ts";
import { mailHash } from "../secrets/identity.ts";
import type { Erased, Person } from "../site/privacy/person.ts";
import type { Services } from "./services.ts";

type Remaining = (typeof remaining)[number];

/** Calls to the site object for one erasure, of 100 comments each. */
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
    const { mentions, listed } = erased;
    return {
      comments,
      inbox: waiting.length,
      standing,
      mentions,
      listed,
      remains: remains({ ...erased, queued }),
    };
  }

  async #person(site: string, email: string): Promise<Person> {
    return { email, mail: await mailHash(this.#services.secrets.HAMLET_SECRET, site, email) };
  }
}

const details: Readonly<Record<Remaining, string>> = {
  comments: "There are more comments than one request erases: send it again.",
  queue: "Copies in the approval queue go within a minute, or after 00:00 UTC if the day's quota is used up.",
  mentions: "Other people's comments hold the address; delete those yourself if they must go.",
  lists: "Your own lists of blocked or allowed authors name the address.",
  backups: "Backups made before keep it until you delete them; restoring one brings it back.",
  record: "The record of decisions keeps the ids of the comments, without text or address, for a year.",
};

function remains({ more, queued, mentions, listed }: Erased): PersonErased["remains"] {
  const left: Readonly<Record<Remaining, boolean>> = {
    comments: more,
    queue: queued > 0,
    mentions: mentions.length > 0,
    lists: listed.length > 0,
    backups: true,
    record: true,
  };
  return remaining.filter((what) => left[what]).map((what) => ({ what, detail: details[what] }));
}
