import { type OutboundCall, outboundCalls } from "../contract/outbound.ts";
import {
  type Erased,
  type Person,
  type PersonErased,
  type PersonExport,
  remaining,
} from "../contract/privacy.ts";
import type { Settings } from "../contract/site.ts";
import type { Seed } from "../contract/site-record.ts";
import { kvInbox } from "../queue/inbox.ts";
import { mailHash } from "../secrets/identity.ts";
import { askSite } from "./ask.ts";
import type { Services } from "./services.ts";

type Remaining = (typeof remaining)[number];

/** Calls to the site object for one erasure, of 100 comments each. */
const MOST_CALLS = 40;

/** What a site's settings mean for its commenters; undefined: there is no such site. */
export async function publicSettings(
  { directory }: Services,
  site: string,
): Promise<{ readonly settings: Settings; readonly outbound: readonly OutboundCall[] } | undefined> {
  const record = await directory.site(site);
  return record && { settings: record.settings, outbound: outboundCalls(record) };
}

/** All that a site keeps of a commenter; undefined: there is no such site. */
export function exportPerson(
  services: Services,
  site: string,
  email: string,
): Promise<PersonExport | undefined> {
  return askSite(services, site, async (object, record) => {
    const person = await personOf(services, record, email);
    const [waiting, kept] = await Promise.all([
      kvInbox(services.env.QUEUE).ofAuthor(site, person.mail),
      object.exportPerson(person, record),
    ]);
    return { ...kept, inbox: waiting.length };
  });
}

/**
 * Erases a commenter: the inbox first, or what waits there would come back. Undefined: there is no such site.
 */
export function erasePerson(
  services: Services,
  site: string,
  email: string,
): Promise<PersonErased | undefined> {
  return askSite(services, site, async (object, record) => {
    const person = await personOf(services, record, email);
    const inbox = kvInbox(services.env.QUEUE);
    const waiting = await inbox.ofAuthor(site, person.mail);
    for (const key of waiting) await inbox.remove(key);
    let erased = await object.erasePerson(person, record);
    let [comments, queued, standing] = [erased.comments, erased.queued, erased.standing];
    for (let call = 1; erased.more && call < MOST_CALLS; call++) {
      erased = await object.erasePerson(person, record);
      comments += erased.comments;
      queued += erased.queued;
      standing ||= erased.standing;
    }
    const { mentions, listed } = erased;
    const remains = remainsOf({ ...erased, queued });
    return { comments, inbox: waiting.length, standing, mentions, listed, remains };
  });
}

async function personOf({ secrets }: Services, site: Seed, email: string): Promise<Person> {
  return { email, mail: await mailHash(secrets.HAMLET_SECRET, site, email) };
}

const details: Readonly<Record<Remaining, string>> = {
  comments: "There are more comments than one request erases: send it again.",
  queue: "Copies in the approval queue go within a minute, or after 00:00 UTC if the day's quota is used up.",
  mentions: "Other people's comments hold the address; delete those yourself if they must go.",
  lists: "Your own lists of blocked or allowed authors name the address.",
  backups: "Backups made before keep it until you delete them; restoring one brings it back.",
  record: "The record of decisions keeps the ids of the comments, without text or address, for a year.",
};

function remainsOf({ more, queued, mentions, listed }: Erased): PersonErased["remains"] {
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
